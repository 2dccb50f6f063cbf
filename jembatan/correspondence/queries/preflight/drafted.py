"""A draft as the letter that the check reads."""

from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.queries.borne_markings import borne_markings, inserted_in, wording_of
from jembatan.correspondence.queries.letters import whole_text
from jembatan.platform.markings import highest


def letter_of_draft(draft: Draft) -> Letter:
    """As it would leave now, with those receivers that can be read already."""
    sender, answered = draft.from_address, draft.answers
    inserted = inserted_in(draft)
    borne = borne_markings(draft, inserted)
    return Letter(
        subject=draft.subject,
        text=whole_text(draft, sender),
        author=Correspondent(sender.name, sender.email) if sender else Correspondent("", ""),
        to=_correspondents(draft.to),
        cc=_correspondents(draft.cc),
        bcc=_correspondents(draft.bcc),
        marking=highest(borne) if borne else None,
        attachments=tuple(draft.attachments.order_by("pk").values_list("name", flat=True)),
        language=language_of(draft.text),
        is_reply=draft.kind in {Draft.Kind.REPLY, Draft.Kind.REPLY_ALL},
        answers=answered.from_email if answered else "",
        inserted=tuple(wording_of(each) for each in inserted),
    )


def _correspondents(typed: str) -> tuple[Correspondent, ...]:
    return tuple(Correspondent(address.name, address.email) for address in readable_receivers(typed))
