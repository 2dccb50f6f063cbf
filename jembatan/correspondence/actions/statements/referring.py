"""What statements say of each other: kept by number, and tied as soon as the desk has both."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from jembatan.accounts.models import Desk
from jembatan.correspondence.formats.statement_tables import Reference
from jembatan.correspondence.models import Statement, StatementReference


def refer(statement: Statement, references: Iterable[Reference]) -> None:
    """Keep these references beside those that the statement has."""
    refer_all([(statement, references)])


def refer_all(said: Iterable[tuple[Statement, Iterable[Reference]]]) -> None:
    """The same for any number of statements."""
    StatementReference.objects.bulk_create(
        (
            StatementReference(desk_id=statement.desk_id, statement=statement, kind=kind, number=number)
            for statement, references in said
            for kind, number in references
            if number != statement.number
        ),
        ignore_conflicts=True,
        batch_size=5000,
    )


def refer_anew(statement: Statement, references: Iterable[Reference]) -> None:
    """Keep these references, and of the others those by which a table tied the statement to its answer or its revision."""
    wanted = set(references)
    for held in statement.references.filter(kind=StatementReference.Kind.RESPONDS_TO):
        if Reference(held.kind, held.number) not in wanted:
            held.delete()
    refer(statement, wanted)


def tie(desk: Desk) -> int:
    """Give every reference that waits for its statement that statement, where the desk has it now; returns how many.

    The number may be the one that the desk gave it, or else the other body's own.
    """
    statements = Statement.objects.filter(desk=desk).exclude(pk=OuterRef("statement"))
    ours = statements.filter(number=OuterRef("number")).values("pk")[:1]
    theirs = statements.filter(their_number=OuterRef("number")).order_by("-pk").values("pk")[:1]
    waiting = StatementReference.objects.filter(desk=desk, target__isnull=True)
    found = waiting.annotate(found=Coalesce(Subquery(ours), Subquery(theirs))).filter(found__isnull=False)
    return found.update(target=F("found"))
