"""A programme as the engine understands it, and an assignment of the engine as a row of ours.

Duties, officers and delegations keep their record numbers; a duty of no delegation belongs to delegation 0. A language that is asked of nobody
is "*", which everybody speaks. Whoever names no days can work on every day. Whoever has no day of birth counts as grown: the least age is asked
when they are taken on.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from jembatan.deployment.models import ACTIVE, Assignment, Roster, Standby
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    Duty,
    Officer,
    OfficerLanguage,
    Pair,
    Place,
    Programme,
    Travel,
)
from jembatan.rostering import instance as engine
from jembatan.rostering.formats.written import instance_document

ANY = "*"
NO_DELEGATION = 0
NIGHT = (22 * 60, 5 * 60)
GROWN = 99
FOREVER = 10**7


@dataclass(frozen=True, slots=True)
class Standing:
    """A roster with what it stands on: the instance, and who is where."""

    instance: engine.Instance
    assignments: list[engine.Assignment]
    clock: Clockwork


def standing_of(roster: Roster, *, hold: Collection[engine.Assignment] = ()) -> Standing:
    """As it is now; the engine leaves alone what it is to `hold`."""
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__cancelled=False)
    pairs = [engine.Assignment(*row) for row in rows.order_by("duty", "seat").values_list("duty", "officer")]
    instance = instance_of(roster.programme, also={each.officer for each in pairs}, hold=hold)
    return Standing(instance, pairs, clockwork(roster.programme))


def instance_of(
    programme: Programme, *, also: Collection[engine.Id] = (), hold: Collection[engine.Assignment] = ()
) -> engine.Instance:
    """Duties that are not cancelled; officers who have not ended, and those of `also`."""
    clock = clockwork(programme)
    places = {
        pk: row
        for row, pk in enumerate(
            Place.objects.filter(programme=programme).order_by("pk").values_list("pk", flat=True), 1
        )
    }
    delegations = _delegations(programme)
    officers = tuple(_officers(programme, clock, also))
    known = {officer.id for officer in officers}
    bonds = [(pair, together) for pair, together in _bonds(programme) if pair <= known]
    return engine.Instance(
        days=clock.days,
        travel=_travel(programme, places),
        delegations=delegations,
        duties=tuple(_duties(programme, clock, places)),
        officers=officers,
        rules=_rules(programme),
        locked=tuple(each for each in hold if each.officer in known),
        conflicts=frozenset(
            ConflictOfInterest.objects.filter(officer__programme=programme).values_list(
                "officer", "delegation"
            )
        ),
        apart=frozenset(pair for pair, together in bonds if not together),
        together=frozenset(pair for pair, together in bonds if together),
    )


def digest_of(instance: engine.Instance) -> str:
    """The same for instances that ask for the same of the same people."""
    said = json.dumps(instance_document(replace(instance, locked=())), sort_keys=True)
    return sha256(said.encode()).hexdigest()


def _rules(programme: Programme) -> engine.Rules:
    return engine.Rules(
        work=programme.max_work,
        spread=programme.max_spread,
        rest=programme.min_rest,
        days_in_7=programme.max_days_in_7,
        week_work=programme.max_week_work,
        night=NIGHT if programme.night_age else None,
        night_age=programme.night_age,
        lead_level=1,
        handover=programme.handover,
    )


def _delegations(programme: Programme) -> tuple[engine.Delegation, ...]:
    rows = (
        Delegation.objects.filter(programme=programme).order_by("pk").values_list("pk", "languages", "size")
    )
    named = tuple(
        engine.Delegation(pk, spoken(languages[0]) if languages else ANY, size)
        for pk, languages, size in rows
    )
    return (engine.Delegation(NO_DELEGATION, ANY), *named)


def _travel(programme: Programme, places: dict[int, int]) -> tuple[tuple[int, ...], ...]:
    """Row and column 0 are nowhere in particular, which is no way from anywhere."""
    table = [[0] * (len(places) + 1) for _row in range(len(places) + 1)]
    for origin, destination, minutes in Travel.objects.filter(origin__programme=programme).values_list(
        "origin", "destination", "minutes"
    ):
        table[places[origin]][places[destination]] = minutes
    return tuple(tuple(row) for row in table)


def _duties(programme: Programme, clock: Clockwork, places: dict[int, int]) -> Iterable[engine.Duty]:
    rows = Duty.objects.filter(programme=programme, cancelled=False).order_by("starts_at", "pk")
    fields = (
        "pk",
        "delegation",
        "day",
        "starts_at",
        "ends_at",
        "place",
        "language",
        "level",
        "officers",
        "priority",
        "least_cefr",
    )
    for (
        pk,
        delegation,
        day,
        starts,
        ends,
        place,
        language,
        level,
        officers,
        priority,
        grade,
    ) in rows.values_list(*fields):
        yield engine.Duty(
            pk,
            delegation or NO_DELEGATION,
            clock.number(day),
            clock.minute(starts),
            clock.minute(ends),
            places.get(place, 0),
            spoken(language) if language else ANY,
            level,
            officers,
            priority,
            grade if language else None,
        )


def _officers(
    programme: Programme, clock: Clockwork, also: Collection[engine.Id]
) -> Iterable[engine.Officer]:
    languages: defaultdict[int, dict[str, str]] = defaultdict(dict)
    spoken_by = OfficerLanguage.objects.filter(officer__programme=programme)
    for officer, language, tested, declared in spoken_by.values_list(
        "officer", "language", "tested", "declared"
    ):
        languages[officer][spoken(language)] = tested or declared
    away: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for officer, during in Absence.objects.filter(officer__programme=programme).values_list(
        "officer", "during"
    ):
        since = clock.minute(during.lower) if during.lower else -FOREVER
        until = clock.minute(during.upper) if during.upper else FOREVER
        away[officer].append((since, until))
    waiting: defaultdict[int, set[int]] = defaultdict(set)
    for officer, day in Standby.objects.filter(officer__programme=programme).values_list("officer", "day"):
        waiting[officer].add(clock.number(day))
    every = frozenset(range(clock.days))  # an officer without days can work on each
    rows = Officer.objects.filter(programme=programme).order_by("pk")
    fields = ("pk", "days", "window_from", "window_until", "level", "employment", "born", "status")
    for pk, days, since, until, level, employment, born, status in rows.values_list(*fields):
        if status == Officer.Status.ENDED and pk not in also:
            continue
        free = frozenset(clock.number(day) for day in days) or every
        yield engine.Officer(
            id=pk,
            languages=frozenset((*languages[pk], ANY)),
            days=free,
            window=(since, until),
            level=level,
            employment=employment,
            grades=languages[pk],
            age=_age(born, clock.first),
            unavailable=tuple(sorted(away[pk])),
            standby=free if status == Officer.Status.STANDBY else frozenset(waiting[pk]),
        )


def _age(born: date | None, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) if born else GROWN


def _bonds(programme: Programme) -> Iterable[tuple[frozenset[int], bool]]:
    """Two who are always (True) or never (False) together."""
    rows = Pair.objects.filter(first__programme=programme).order_by("pk")
    for first, second, together in rows.values_list("first", "second", "together"):
        yield frozenset((first, second)), together


def spoken(language: str) -> str:
    """What counts of a BCP 47 tag when somebody is to be understood: its first part."""
    return language.partition("-")[0].lower()
