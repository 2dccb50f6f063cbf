"""Look through a desk's directory for records that are probably one."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.directory.models import Duplicate
from jembatan.directory.queries.duplicates import Duplicate as Found
from jembatan.directory.queries.duplicates import duplicate_organisations, duplicate_people

BATCH = 1000


def look_for_duplicates(desk: Desk) -> int:
    """Bring the open pairs up to date; what people have decided stays. Returns how many pairs are open."""
    actor = operator(desk)
    found = [*duplicate_people(actor), *duplicate_organisations(actor)]
    with transaction.atomic():
        open_ones = Duplicate.objects.filter(desk=desk, state=Duplicate.State.OPEN)
        still = {(pair.kind, pair.a, pair.b) for pair in found}
        gone = [pk for pk, *pair in _named(open_ones) if tuple(pair) not in still]
        Duplicate.objects.filter(pk__in=gone).delete()
        Duplicate.objects.bulk_create(
            _rows(desk, found),
            batch_size=BATCH,
            ignore_conflicts=True,
        )
        return open_ones.count()


def _rows(desk: Desk, found: Iterable[Found]) -> list[Duplicate]:
    return [
        Duplicate(desk=desk, score=pair.score, **{f"{pair.kind}_a_id": pair.a, f"{pair.kind}_b_id": pair.b})
        for pair in found
    ]


def _named(rows: QuerySet[Duplicate]) -> Iterable[tuple[int, str, int, int]]:
    columns = rows.values_list("pk", "person_a_id", "person_b_id", "organisation_a_id", "organisation_b_id")
    for pk, person_a, person_b, organisation_a, organisation_b in columns:
        if person_a is not None and person_b is not None:
            yield pk, "person", person_a, person_b
        elif organisation_a is not None and organisation_b is not None:
            yield pk, "organisation", organisation_a, organisation_b
