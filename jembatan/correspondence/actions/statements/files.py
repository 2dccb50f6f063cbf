"""Files of a statement."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.enclosing import put_letter
from jembatan.correspondence.actions.letters.hold import refuse_in_outbox
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.outgoing import MOST_BYTES
from jembatan.correspondence.models import Draft, DraftAttachment, MessageAttachment, Statement, StatementFile
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.platform.access import require_writer
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep

MOST_FILES = 50


@transaction.atomic
def enclose(
    actor: Actor, statement: Statement, content: bytes, *, name: str, type: str = ""
) -> StatementFile:
    """Add a file; the same one under the same name stays one. A letter that lists it is made anew.

    Raises `Refused` for one too many or too large, and for a letter in the outbox.
    """
    require_writer(actor)
    current = visible_statements(actor).select_for_update(of=("self",)).get(pk=statement.pk)
    if current.files.count() >= MOST_FILES:
        raise Refused(_("A statement has at most %(most)s files.") % {"most": MOST_FILES})
    if len(content) * 4 // 3 > MOST_BYTES:
        raise Refused(_("“%(name)s” is larger than a mail can carry.") % {"name": name})
    refuse_in_outbox(current)
    kind = type[:255] or "application/octet-stream"
    enclosed = StatementFile.objects.get_or_create(
        statement=current,
        file=keep(content),
        name=safe_name(name),
        defaults={"type": kind, "uploaded_by": actor.user},
    )[0]
    put_letter(actor, current)
    return enclosed


@transaction.atomic
def enclose_from_mail(actor: Actor, statement: Statement, attachments: Iterable[MessageAttachment]) -> None:
    """Files that came with its mail, as they are."""
    require_writer(actor)
    StatementFile.objects.bulk_create(
        (
            StatementFile(
                statement=statement, file_id=each.file_id, name=safe_name(each.name), type=each.type
            )
            for each in attachments
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def take_out(actor: Actor, file: StatementFile) -> None:
    """The statement is without it, and so is the mail by which it leaves.

    Raises `Refused` for a letter in the outbox, `DoesNotExist` where the actor does not see the statement.
    """
    require_writer(actor)
    current = visible_statements(actor).select_for_update(of=("self",)).get(pk=file.statement_id)
    refuse_in_outbox(current)
    current.files.filter(pk=file.pk).delete()
    along = DraftAttachment.objects.filter(draft__statement=current, draft__state=Draft.State.OPEN)
    along.filter(file=file.file_id, name=file.name, letter=False).delete()
    put_letter(actor, current)
