"""People of the directory who are probably one person."""

from collections import defaultdict

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Position
from jembatan.directory.queries.likeness.records import Pair, Record, duplicate_pairs
from jembatan.directory.queries.visible import visible_people

COMPARED = ("email", "mobile", "phone")


def duplicate_people(actor: Actor) -> list[Pair]:
    """Pairs of people's ids, the likeliest first."""
    people = visible_people(actor)
    points: dict[int, set[str]] = defaultdict(set)
    for person_id, normal in ContactPoint.objects.filter(
        desk=actor.desk, person__in=people, kind__in=COMPARED
    ).values_list("person_id", "normal"):
        points[person_id].add(normal)
    organisations = dict(
        Position.objects.filter(desk=actor.desk, person__in=people, until__isnull=True)
        .order_by("-id")
        .values_list("person_id", "organisation__name")
    )
    records = [
        Record(str(pk), name, organisations.get(pk, ""), frozenset(points[pk]), {"birthday": birthday})
        for pk, name, birthday in people.values_list("pk", "full_name", "birthday")
    ]
    return duplicate_pairs(records)
