"""A letter from a message that somebody has written as a file."""

import re

from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.message import Address, Mail
from jembatan.correspondence.formats.subjects import is_reply
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.preflight.own_words import Words, tell_apart
from jembatan.platform.markings import Marking

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MARKINGS = re.compile("|".join(re.escape(marking.value) for marking in reversed(Marking)), re.IGNORECASE)


def letter_of(mail: Mail) -> Letter:
    """What the fields, the text and the attachments say; the marking is that of X-TLP or of the subject."""
    words = tell_apart(mail.text)
    return Letter(
        subject=mail.subject,
        text=mail.text,
        author=_correspondents(mail.from_)[0] if mail.from_ else Correspondent("", ""),
        to=_correspondents(mail.to),
        cc=_correspondents(mail.cc),
        bcc=_correspondents(mail.bcc),
        marking=_marking(mail),
        attachments=tuple(
            each.name or each.type
            for each in mail.attachments
            if not (each.inline and each.type.startswith("image/"))
        ),
        language=language_of(words.own),
        sent_at=mail.date,
        is_reply=bool(mail.in_reply_to) or is_reply(mail.subject) or bool(words.quoted.strip()),
        answers=_answered(words),
    )


def _correspondents(addresses: tuple[Address, ...]) -> tuple[Correspondent, ...]:
    return tuple(Correspondent(address.name, address.email) for address in addresses)


def _marking(mail: Mail) -> Marking | None:
    found = MARKINGS.search(f"{mail.header('x-tlp')}\n{mail.subject}")
    if found is None and mail.header("x-tlp"):
        found = MARKINGS.search(f"TLP:{mail.header('x-tlp').strip()}")
    return Marking(found[0].upper()) if found else None


def _answered(words: Words) -> str:
    """The first address in what is quoted: attribution lines and copied heads name the author of the message answered."""
    found = ADDRESS.search(words.quoted)
    return found[0].lower() if found else ""
