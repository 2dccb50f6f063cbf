"""Messages of a chat as they are filed: each refers to its chat, so that they make one conversation however they come in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import tzinfo
from hashlib import sha256
from mimetypes import guess_type

from jembatan.correspondence.formats.answers import settles
from jembatan.correspondence.formats.courtesies import asks, only_thanks
from jembatan.correspondence.formats.holding import read_holding
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.message import Address, Attachment
from jembatan.correspondence.formats.reading import KeptAttachment, Reading
from jembatan.correspondence.formats.whatsapp import Said

CHAT_DOMAIN = "whatsapp.invalid"
NUMBER_DOMAIN = "s.whatsapp.net"
MOST_RECEIVERS = 50
READ_FOR_LANGUAGE = 20_000

type Names = Callable[[str], Address]
type Files = Callable[[str], bytes | None]


def is_chat_message(message_id: str) -> bool:
    """Whether a message came from a chat."""
    return message_id.endswith(f"@{CHAT_DOMAIN}")


def number_of(email: str) -> str:
    """The digits that a chat's address stands for, as `https://wa.me/` takes them; "" for any other address."""
    digits, _at, domain = email.partition("@")
    return digits if domain == NUMBER_DOMAIN and digits.isdigit() else ""


def message_ids(title: str, said: Iterable[Said]) -> list[str]:
    """A name for each message that a later, longer export of the chat gives it too."""
    seen = Counter[str]()
    names = []
    for each in said:
        words = "\0".join((title.casefold(), each.sent_at.isoformat(), each.speaker, each.text))
        digest = sha256(words.encode("utf-8")).hexdigest()[:32]
        seen[digest] += 1
        names.append(f"{digest}.{seen[digest]}@{CHAT_DOMAIN}")
    return names


def readings(
    title: str,
    named: Sequence[tuple[Said, str]],
    *,
    opening: str,
    zone: tzinfo,
    address: Names,
    content: Files,
) -> Iterator[Reading]:
    """Each message with its name of `message_ids`; times are those of a phone in `zone`.

    The message named `opening` gives the conversation its subject. `address` tells who a speaker is, `content` what an enclosed file holds (None: it did not come along).
    """
    root = f"{sha256(title.casefold().encode('utf-8')).hexdigest()[:32]}@{CHAT_DOMAIN}"
    language = language_of("\n".join(each.text for each, _name in named)[:READ_FOR_LANGUAGE])
    speakers = {each.speaker: address(each.speaker) for each, _name in named if each.speaker}
    for each, name in named:
        others = [who for speaker, who in speakers.items() if speaker != each.speaker]
        attachments = tuple(_attachments(each, content))
        yield Reading(
            message_id=name,
            digest=sha256(name.encode("ascii")).hexdigest(),
            ancestors=(root,),
            in_reply_to="",
            references=(root,),
            unreferenced_reply=False,
            subject_key=0,
            sent_at=each.sent_at.replace(tzinfo=zone),
            sent_offset=None,
            subject=f"WhatsApp: {title}" if name == opening else "",
            sender=speakers.get(each.speaker, Address(title, "")),
            recipients=tuple(("to", who) for who in others[:MOST_RECEIVERS]) if each.speaker else (),
            text=each.text,
            own_length=len(each.text),
            html="",
            head="",
            language=language,
            automatic=not each.speaker,
            circular=False,
            thanks=only_thanks(each.text) and not attachments,
            asks=asks(each.text),
            settles=settles(each.text) and not attachments,
            holding=None
            if attachments
            else read_holding(each.text, written_at=each.sent_at.replace(tzinfo=zone), language=language),
            size=len(each.text.encode("utf-8")),
            attachments=attachments,
            defects=(),
            report=None,
        )


def _attachments(said: Said, content: Files) -> Iterator[KeptAttachment]:
    for name in said.files:
        if (found := content(name)) is not None:
            kind = guess_type(name)[0] or "application/octet-stream"
            yield KeptAttachment(sha256(found).hexdigest(), Attachment(name, kind, found))
