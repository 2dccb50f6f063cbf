"""The letter among the files of the draft mail by which it leaves."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.models import Draft, DraftAttachment, Statement
from jembatan.correspondence.queries.formal_letters.letter import letter_pdf
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep


@transaction.atomic
def put_letter(actor: Actor, statement: Statement) -> None:
    """The letter as it stands now, and the statement's files; nothing where no mail has been begun, or it was discarded.

    A file that somebody has taken out of the mail comes back with the next change: what the letter lists goes along.
    """
    draft = Draft.objects.filter(statement=statement, state=Draft.State.OPEN).first()
    if draft is None:
        return
    held_open(actor, draft)
    draft.attachments.filter(letter=True).delete()
    DraftAttachment.objects.create(
        draft=draft,
        file=keep(letter_pdf(statement)),
        name=letter_name(statement),
        type="application/pdf",
        letter=True,
    )
    there = set(draft.attachments.values_list("file_id", "name"))
    DraftAttachment.objects.bulk_create(
        DraftAttachment(
            draft=draft,
            file_id=each.file_id,
            name=each.name,
            type=each.type,
            uploaded_by_id=each.uploaded_by_id,
        )
        for each in statement.files.order_by("pk")
        if (each.file_id, each.name) not in there
    )


def letter_name(statement: Statement, ending: str = "pdf") -> str:
    """ "007-KEMLU-LO-XI-2026.pdf"; its title where it has no number yet."""
    return safe_name(f"{(statement.number or statement.title)[:80].replace('/', '-')}.{ending}")
