"""The desk's orders of precedence, and the version that holds on a day."""

from datetime import date

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.models import PrecedenceRank, PrecedenceTable, PrecedenceVersion


def all_tables(actor: Actor) -> QuerySet[PrecedenceTable]:
    """Those of the desk that were put away, too."""
    return PrecedenceTable.objects.filter(desk=actor.desk).order_by("name", "pk")


def tables(actor: Actor) -> QuerySet[PrecedenceTable]:
    """Those that can be chosen."""
    return all_tables(actor).filter(retired_at__isnull=True)


def versions_of(table: PrecedenceTable) -> QuerySet[PrecedenceVersion]:
    """The latest first; one without a beginning began before all others."""
    return table.versions.order_by(F("valid_from").desc(nulls_last=True), "-pk")


def version_on(table: PrecedenceTable, day: date) -> PrecedenceVersion | None:
    """The one that holds on the day; None where the table says nothing of it."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    return table.versions.filter(begun, lasting).first()


def standing_ranks(version: PrecedenceVersion) -> QuerySet[PrecedenceRank]:
    """In their order, without what was taken out."""
    return version.ranks.filter(number__isnull=False).order_by("number")
