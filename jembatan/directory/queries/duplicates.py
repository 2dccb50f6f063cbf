"""People and organisations of the directory who are probably one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Position
from jembatan.directory.queries.likeness.columns import Column, Kind, Value
from jembatan.directory.queries.likeness.organisations import organisation_key
from jembatan.directory.queries.likeness.people import bare_name
from jembatan.directory.queries.likeness.records import duplicate_pairs
from jembatan.directory.queries.visible import visible_organisations, visible_people

NUMBERS = ("mobile", "phone")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two people's, or two organisations', ids: the older record first, and the chance that both are one."""

    kind: str
    a: int
    b: int
    score: float


def duplicate_people(actor: Actor) -> list[Duplicate]:
    """Pairs of people, the likeliest first: by name, organisation, addresses, numbers and birthday together."""
    people = visible_people(actor)
    rows = list(people.order_by("pk").values_list("pk", "full_name", "birthday"))
    employers = dict(
        Position.objects.filter(desk=actor.desk, person__in=people, until__isnull=True)
        .order_by("-id")
        .values_list("person_id", "organisation__name")
    )
    emails, numbers = _points(actor, "person", people.values("pk"))
    columns = [
        Column(Kind.NAME, [bare_name(name) for _pk, name, _birthday in rows]),
        Column(Kind.ORGANISATION, [_organisation(employers.get(pk, "")) for pk, _name, _birthday in rows]),
        Column(Kind.EMAIL, [emails[pk] for pk, _name, _birthday in rows]),
        Column(Kind.NUMBER, [numbers[pk] for pk, _name, _birthday in rows]),
        Column(Kind.DATE, [_day(birthday) for _pk, _name, birthday in rows], is_shared=False),
    ]
    return _pairs("person", [pk for pk, _name, _birthday in rows], columns)


def duplicate_organisations(actor: Actor) -> list[Duplicate]:
    """Pairs of organisations, the likeliest first; units of different bodies are never one."""
    organisations = visible_organisations(actor)
    rows = list(organisations.order_by("pk").values_list("pk", "name", "parent__name", "domains"))
    emails, numbers = _points(actor, "organisation", organisations.values("pk"))
    columns = [
        Column(Kind.ORGANISATION, [_organisation(f"{name} {parent or ''}") for _pk, name, parent, _ in rows]),
        Column(Kind.TEXT, [tuple(domains) for _pk, _name, _parent, domains in rows]),
        Column(Kind.EMAIL, [emails[row[0]] for row in rows]),
        Column(Kind.NUMBER, [numbers[row[0]] for row in rows]),
    ]
    return _pairs("organisation", [row[0] for row in rows], columns)


def _points(actor: Actor, owner: str, parties: object) -> tuple[dict[int, Value], dict[int, Value]]:
    """E-mail addresses and numbers by party."""
    found: tuple[dict[int, Value], dict[int, Value]] = (defaultdict(tuple), defaultdict(tuple))
    points = ContactPoint.objects.filter(
        desk=actor.desk, kind__in=("email", *NUMBERS), **{f"{owner}__in": parties}
    )
    for pk, kind, normal in points.values_list(f"{owner}_id", "kind", "normal").order_by("id"):
        found[kind != "email"][pk] += (normal,)
    return found


def _organisation(name: str) -> Value:
    return (organisation_key(name), name) if name.strip() else ()


def _day(birthday: str) -> Value:
    digits = "".join(filter(str.isdigit, birthday))
    return (digits,) if len(digits) == 8 else ()


def _pairs(kind: str, ids: Sequence[int], columns: Sequence[Column]) -> list[Duplicate]:
    told = [column for column in columns if any(column.values)]
    found = duplicate_pairs([str(pk) for pk in ids], told)
    pairs = (sorted((int(pair.a), int(pair.b))) for pair in found)
    return [Duplicate(kind, a, b, pair.score) for (a, b), pair in zip(pairs, found, strict=True)]
