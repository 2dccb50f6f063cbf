"""Taking hold of a letter before it is changed."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, Statement, StatementLetter
from jembatan.correspondence.queries.statements import visible_statements


def held_unsent(actor: Actor, statement: Statement) -> Statement:
    """The statement as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it.

    Raises `Refused` for one that has left, was withdrawn, waits in the outbox, or has no letter.
    """
    current = visible_statements(actor).select_for_update(of=("self",)).get(pk=statement.pk)
    if current.state != Statement.State.DRAFT:
        raise Refused(_("This letter has left already, or was withdrawn."))
    if not StatementLetter.objects.filter(statement=current).exists():
        raise Refused(_("This statement has no letter here."))
    refuse_in_outbox(current)
    return current


def refuse_in_outbox(statement: Statement) -> None:
    """What stands in a letter does not change behind its back. Raises `Refused` for a letter on its way."""
    if Draft.objects.filter(statement=statement, state=Draft.State.QUEUED).exists() and (
        statement.state == Statement.State.DRAFT
    ):
        raise Refused(_("This letter is in the outbox. Take it back from there first."))
