"""A programme as the engine understands it, and an assignment of the engine as a row of ours.

Duties, officers and delegations keep their record numbers; a duty of no delegation belongs to delegation 0. A language that is asked of nobody
is "*", which everybody speaks. Whoever names no days can work on every day. Whoever has no day of birth counts as grown: the least age is asked
when they apply.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from jembatan.deployment.models import Roster
from jembatan.deployment.queries.asked import Asked, Rows, asked_of, seats_of
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.programmes.formats.wishes import by_name, read_wishes
from jembatan.programmes.models import Officer, Programme
from jembatan.rostering import instance as engine

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
    rows = seats_of(roster).order_by("duty", "seat").values_list("duty", "officer")
    pairs = [engine.Assignment(*row) for row in rows]
    instance = instance_of(roster.programme, roster=roster, hold=hold)
    return Standing(instance, pairs, clockwork(roster.programme))


def instance_of(
    programme: Programme, *, roster: Roster | None = None, hold: Collection[engine.Assignment] = ()
) -> engine.Instance:
    """Duties that are not cancelled; officers who have not ended, and those of the roster."""
    clock, asked = clockwork(programme), asked_of(programme, roster=roster)
    places = {pk: row for row, (pk,) in enumerate(asked.places, 1)}
    officers = tuple(_officers(asked, clock))
    known = {officer.id for officer in officers}
    # Two who are always (True) or never (False) together.
    bonds = [(frozenset((first, second)), together) for first, second, together in asked.pairs]
    bonds = [(pair, together) for pair, together in bonds if pair <= known]
    return engine.Instance(
        days=clock.days,
        travel=_travel(asked.travel, places),
        delegations=_delegations(asked.delegations),
        duties=tuple(_duties(asked.duties, clock, places)),
        officers=officers,
        rules=_rules(programme, asked),
        locked=tuple(each for each in hold if each.officer in known),
        conflicts=frozenset(asked.conflicts),
        apart=frozenset(pair for pair, together in bonds if not together),
        together=frozenset(pair for pair, together in bonds if together),
        clock_changes=clock.changes(),
    )


def _rules(programme: Programme, asked: Asked) -> engine.Rules:
    """Nobody works who is too young for each of the posts that officers have."""
    least_ages = {least for *_before, least, _wishes in asked.officers if least is not None}
    return engine.Rules(
        work=programme.max_work,
        spread=programme.max_spread,
        rest=programme.min_rest,
        days_in_7=programme.max_days_in_7,
        week_work=programme.max_week_work,
        minimum_age=min(least_ages, default=0),
        night=NIGHT if programme.night_age else None,
        night_age=programme.night_age,
        lead_level=1,
        handover=programme.handover,
    )


def _delegations(rows: Rows) -> tuple[engine.Delegation, ...]:
    named = tuple(
        engine.Delegation(pk, spoken(languages[0]) if languages else ANY, size)
        for pk, languages, size, _name, _code in rows
    )
    return (engine.Delegation(NO_DELEGATION, ANY), *named)


def _travel(rows: Rows, places: dict[int, int]) -> tuple[tuple[int, ...], ...]:
    """Row and column 0 are nowhere in particular, which is no way from anywhere."""
    table = [[0] * (len(places) + 1) for _row in range(len(places) + 1)]
    for origin, destination, minutes in rows:
        table[places[origin]][places[destination]] = minutes
    return tuple(tuple(row) for row in table)


def _duties(rows: Rows, clock: Clockwork, places: dict[int, int]) -> Iterable[engine.Duty]:
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
    ) in rows:
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


def _officers(asked: Asked, clock: Clockwork) -> Iterable[engine.Officer]:
    languages: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for officer, language, tested, declared in asked.languages:
        languages[officer][spoken(language)] = tested or declared
    away: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for officer, during in asked.absences:
        since = clock.minute(during.lower) if during.lower else -FOREVER
        until = clock.minute(during.upper) if during.upper else FOREVER
        away[officer].append((since, until))
    waiting: defaultdict[int, set[int]] = defaultdict(set)
    for officer, day in asked.standbys:
        waiting[officer].add(clock.number(day))
    every = frozenset(range(clock.days))  # an officer without days can work on each
    delegations = by_name((pk, name, code) for pk, _languages, _size, name, code in asked.delegations)
    for pk, days, since, until, level, employment, born, status, _least, wishes in asked.officers:
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
            wishes=_wishes(wishes, delegations, clock),
        )


def _wishes(text: str, delegations: dict[str, int], clock: Clockwork) -> engine.Wishes:
    read = read_wishes(text, delegations, clock.first, clock.last) if text else None
    return (
        engine.Wishes(read.delegations, frozenset(map(clock.number, read.days_off)))
        if read
        else engine.Wishes()
    )


def _age(born: date | None, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) if born else GROWN


def spoken(language: str) -> str:
    """What counts of a BCP 47 tag when somebody is to be understood: its first part."""
    return language.partition("-")[0].lower()
