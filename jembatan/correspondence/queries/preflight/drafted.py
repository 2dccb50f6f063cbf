"""A draft as the letter that the check reads."""

from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft, InsertedLine
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.preflight.wordings import stands_in
from jembatan.correspondence.queries.letters import whole_text
from jembatan.platform.markings import Marking, highest


def letter_of_draft(draft: Draft) -> Letter:
    """As it would leave now, with those receivers that can be read already.

    It bears the highest marking of its conversation, of its statement and of the lines that its writer has put in.
    """
    sender, answered = draft.from_address, draft.answers
    inserted = list(draft.inserted_lines.select_related("version__line").order_by("pk"))
    markings = [each.version.line.marking for each in inserted if _stands(draft, each)]
    return Letter(
        subject=draft.subject,
        text=whole_text(draft, sender),
        author=Correspondent(sender.name, sender.email) if sender else Correspondent("", ""),
        to=_correspondents(draft.to),
        cc=_correspondents(draft.cc),
        bcc=_correspondents(draft.bcc),
        marking=_marking(draft, markings),
        attachments=tuple(draft.attachments.order_by("pk").values_list("name", flat=True)),
        language=language_of(draft.text),
        is_reply=draft.kind in {Draft.Kind.REPLY, Draft.Kind.REPLY_ALL},
        answers=answered.from_email if answered else "",
        inserted=tuple(_text(each) for each in inserted),
    )


def _correspondents(typed: str) -> tuple[Correspondent, ...]:
    return tuple(Correspondent(address.name, address.email) for address in readable_receivers(typed))


def _text(inserted: InsertedLine) -> str:
    return inserted.version.texts.get(inserted.language, "")


def _stands(draft: Draft, inserted: InsertedLine) -> bool:
    return stands_in(_text(inserted), draft.text)


def _marking(draft: Draft, of_lines: list[str]) -> Marking | None:
    answered, statement = draft.answers, draft.statement
    borne = [each.marking for each in (answered.thread if answered else None, statement) if each] + of_lines
    return highest(borne) if borne else None
