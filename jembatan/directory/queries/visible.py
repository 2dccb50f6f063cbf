"""Which parties an actor may see; every other query and every other domain starts from here."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.platform.prepared import Prepared
from jembatan.platform.record_numbers import record_number


def visible_people(actor: Actor) -> QuerySet[Person]:
    """People of the actor's desk that are not removed."""
    return visible(actor, Person)


def visible_organisations(actor: Actor) -> QuerySet[Organisation]:
    """Organisations of the actor's desk that are not removed."""
    return visible(actor, Organisation)


def visible[P: Person | Organisation](actor: Actor, kind: type[P]) -> QuerySet[P]:
    """Parties of one kind, for those who work on either."""
    return QuerySet(kind).filter(desk=actor.desk, removed_at__isnull=True)


def of_desk[P: Person | Organisation](actor: Actor, kind: type[P]) -> QuerySet[P]:
    """Removed ones too: what old records point at can still be looked at, and brought back."""
    return QuerySet(kind).filter(desk=actor.desk)


def organisation_with_counterpart(actor: Actor, number: int) -> Organisation | None:
    """One of `of_desk` with its parent and who of us answers for it, for its page."""
    is_number = record_number(str(number)) is not None
    return _WITH_COUNTERPART.first(actor.desk.pk, number) if is_number else None


_WITH_COUNTERPART: Prepared[Organisation] = Prepared(
    lambda desk, number: (
        QuerySet(Organisation)
        .filter(desk=desk, pk=number)
        .select_related("parent", "counterpart__lead", "counterpart__deputy")
    ),
    *(-1, -2),
)
