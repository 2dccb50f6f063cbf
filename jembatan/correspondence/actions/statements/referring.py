"""What statements say of each other: kept by number, and tied as soon as the desk has both."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery

from jembatan.accounts.models import Desk
from jembatan.correspondence.formats.statement_tables import Reference
from jembatan.correspondence.models import Statement, StatementReference


def refer(statement: Statement, references: Iterable[Reference]) -> None:
    """Keep these references beside those that the statement has."""
    StatementReference.objects.bulk_create(
        (
            StatementReference(desk_id=statement.desk_id, statement=statement, kind=kind, number=number)
            for kind, number in references
            if number != statement.number
        ),
        ignore_conflicts=True,
    )


def tie(desk: Desk) -> int:
    """Give every reference that waits for its statement that statement, where the desk has it now; returns how many."""
    of_number = Statement.objects.filter(desk=desk, number=OuterRef("number")).values("pk")[:1]
    waiting = StatementReference.objects.filter(desk=desk, target__isnull=True)
    arrived = waiting.filter(number__in=Statement.objects.filter(desk=desk).values("number"))
    return arrived.update(target=Subquery(of_number))
