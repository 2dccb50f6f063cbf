"""What follows when the mail that carries a letter has left."""

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.numbering.reserve import number_left
from jembatan.correspondence.actions.statements.record import line_of
from jembatan.correspondence.models import Message, OutgoingMail, Statement
from jembatan.journal.actions.record import record


def letter_left(mail: OutgoingMail, filed: Message) -> Statement | None:
    """The statement of the mail's draft is sent, its number used, and the journal has its line; inside the transaction that
    files the copy. None for any other mail.
    """
    statement = (
        Statement.objects.select_for_update().filter(draft=mail.draft_id, state=Statement.State.DRAFT).first()
    )
    if statement is None:
        return None
    statement.state, statement.message = Statement.State.SENT, filed
    statement.version += 1
    statement.save(update_fields=["state", "message", "version"])
    number_left(statement)
    record(operator(mail.desk), line_of(statement, by=mail.queued_by))
    return statement
