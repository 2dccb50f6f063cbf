"""The instance as arrays: positions (a duty has as many as it asks for officers), who may take each, and the limits."""

from collections import Counter
from typing import Any, NamedTuple

import numpy as np

from jembatan.rostering.clocks import DAY
from jembatan.rostering.instance import GRADES, RUNS_ON, Duty, Instance, Officer

type Array = np.ndarray[Any, np.dtype[Any]]

SHORTEST_SEEN = 15  # Minutes: how many duties a day can hold is counted with the shortest duty, and no less.
MOST_A_DAY = 32


class Grid(NamedTuple):
    """Everything that does not change while a roster is looked for. Positions of one duty follow each other, its lead first."""

    duty: Array
    day: Array  # From the first day of the calendar, which may lie before the programme.
    start: Array
    end: Array
    place: Array
    delegation: Array
    first: Array  # Of the position's duty, the first position.
    team: Array  # How many positions its duty has.
    priority: Array
    may: Array  # Position × officer: whether who the officer is allows it; an officer's follow each other, for few officers are asked often.
    speakers: Array  # Officers by language, one language after the other.
    speakers_from: Array  # By position: where its language's officers begin, and how many there are.
    speakers_count: Array
    travel: Array
    most: Array  # By officer: minutes in the whole programme.
    share: Array  # By officer: one over the minutes that they have room for, and over those of one day.
    apart: Array  # Pairs of officers, both ways round, as first × officers + second, sorted.
    dislikes: Array  # Officer × day: whether they wish it off.
    wishes: Array  # Officer × delegation: whether they wish to serve it.
    work: int
    spread: int
    rest: int
    days_in_7: int
    week_work: int
    days: int
    officers: int
    delegations: int
    most_a_day: int


def grid_of(instance: Instance) -> Grid:
    """The arrays of an instance."""
    positions = [
        (number, duty, place) for number, duty in enumerate(instance.duties) for place in range(duty.officers)
    ]
    duties = [duty for _number, duty, _place in positions]
    delegation = {each.id: number for number, each in enumerate(instance.delegations)}
    officer = {each.id: number for number, each in enumerate(instance.officers)}
    speakers, speakers_from, speakers_count = _speakers(instance, duties)
    starts = np.cumsum([0, *(duty.officers for duty in instance.duties)])
    shortest = max(min((duty.minutes for duty in duties), default=DAY), SHORTEST_SEEN)
    apart = [officer[a] * len(officer) + officer[b] for pair in instance.apart for a, b in _both_ways(pair)]
    rules, calendar = instance.rules, instance.calendar
    return Grid(
        duty=np.array([number for number, _duty, _place in positions], np.int32),
        day=np.array([duty.day - calendar.start for duty in duties], np.int32),
        start=np.array([duty.start for duty in duties], np.int32),
        end=np.array([duty.end for duty in duties], np.int32),
        place=np.array([duty.place for duty in duties], np.int32),
        delegation=np.array([delegation[duty.delegation] for duty in duties], np.int32),
        first=np.array([starts[number] for number, _duty, _place in positions], np.int32),
        team=np.array([duty.officers for duty in duties], np.int32),
        priority=np.array([duty.priority for duty in duties], np.int32),
        may=np.asfortranarray(_may(instance, positions)),
        speakers=speakers,
        speakers_from=speakers_from,
        speakers_count=speakers_count,
        travel=np.array(instance.travel, np.int32),
        most=np.array(
            [10**8 if o.max_minutes is None else o.max_minutes for o in instance.officers], np.int32
        ),
        share=np.array([1 / _room(o, rules.work) for o in instance.officers]),
        apart=np.array(sorted(apart), np.int64),
        dislikes=_table(
            instance.officers,
            len(calendar),
            lambda o: [day - calendar.start for day in o.wishes.days_off],
        ),
        wishes=_table(
            instance.officers,
            len(delegation),
            lambda o: [delegation[each] for each in o.wishes.delegations if each in delegation],
        ),
        work=rules.work,
        spread=rules.spread,
        rest=rules.rest,
        days_in_7=rules.days_in_7,
        week_work=rules.week_work,
        days=len(calendar),
        officers=len(officer),
        delegations=len(delegation),
        most_a_day=max(min(max(rules.work // shortest, 1), MOST_A_DAY), _locked_a_day(instance)),
    )


def _locked_a_day(instance: Instance) -> int:
    """The most duties that somebody is locked to on one day, which may be more than the rules allow."""
    days = Counter((each.officer, instance.duty[each.duty].day) for each in instance.locked)
    return max(days.values(), default=0)


def _both_ways(pair: frozenset[Any]) -> list[tuple[Any, Any]]:
    one, other = pair
    return [(one, other), (other, one)]


def _table(officers: tuple[Officer, ...], width: int, wanted: Any) -> Array:
    table = np.zeros((len(officers), width), np.bool_)
    for row, officer in enumerate(officers):
        for column in wanted(officer):
            if 0 <= column < width:
                table[row, column] = True
    return table


def _speakers(instance: Instance, duties: list[Duty]) -> tuple[Array, Array, Array]:
    languages = sorted({duty.language for duty in duties})
    lists = [[n for n, o in enumerate(instance.officers) if each in o.languages] for each in languages]
    begins = np.cumsum([0, *map(len, lists)])
    place = {language: number for number, language in enumerate(languages)}
    at = np.array([place[duty.language] for duty in duties], np.int32)
    counts = np.array([len(each) for each in lists], np.int32)
    flat = np.array([n for each in lists for n in each], np.int32)
    return flat, begins[at].astype(np.int32), counts[at] if len(at) else counts


def _room(officer: Officer, work: int) -> float:
    most = len(officer.days) * work
    return float(max(min(most, officer.max_minutes or most), 1) * max(work, 1))


def _may(instance: Instance, positions: list[tuple[int, Duty, int]]) -> Array:
    officers = instance.officers
    may = np.ones((len(positions), len(officers)), np.bool_)
    parts = _Parts(instance)
    for row, (_number, duty, place) in enumerate(positions):
        may[row] = parts.of(duty, lead=place == 0)
    row_of = {duty.id: 0 for duty in instance.duties}
    for row, (_number, duty, place) in enumerate(positions):
        if place == 0:
            row_of[duty.id] = row
    column = {officer.id: number for number, officer in enumerate(officers)}
    for pair in instance.forbidden:
        row = row_of[pair.duty]
        may[row : row + instance.duty[pair.duty].officers, column[pair.officer]] = False
    return may


class _Parts:
    """Each part of who may take a duty, as a row over the officers, kept by what the duty asks."""

    def __init__(self, instance: Instance) -> None:
        self.instance, self.kept = instance, dict[Any, Array]()
        officers = instance.officers
        self.levels = np.array([each.level for each in officers])
        self.ages = np.array([-1 if each.age is None else each.age for each in officers])
        self.opens = np.array([each.window[0] for each in officers])
        closes = np.array([each.window[1] for each in officers])
        self.closes = np.where(closes == DAY, closes + RUNS_ON, closes)
        self.away = [(n, each.unavailable) for n, each in enumerate(officers) if each.unavailable]
        self.refusing: dict[Any, list[int]] = {}
        column = {each.id: n for n, each in enumerate(officers)}
        for officer, delegation in instance.conflicts:
            if officer in column:
                self.refusing.setdefault(delegation, []).append(column[officer])

    def of(self, duty: Duty, *, lead: bool) -> Array:
        """Who may take it, if they had nothing else to do."""
        start, end = self.instance.hours(duty)
        may: Array = self._speak(duty) & self._days(duty.day) & (self.opens <= start) & (self.closes >= end)
        if lead:
            may &= self.levels >= self.instance.lead_level(duty)
        rules = self.instance.rules
        if rules.minimum_age:
            may &= self.ages >= rules.minimum_age
        if rules.night_age and self.instance.is_night(duty):
            may &= self.ages >= rules.night_age
        for column, times in self.away:
            if any(duty.start < until and duty.end > since for since, until in times):
                may[column] = False
        may[self.refusing.get(duty.delegation, [])] = False
        return may

    def _speak(self, duty: Duty) -> Array:
        key = (duty.language, duty.language_grade)
        if key not in self.kept:
            least = -1 if duty.language_grade is None else GRADES.index(duty.language_grade)
            self.kept[key] = np.array(
                [
                    duty.language in each.languages
                    and (least < 0 or GRADES.index(each.grades.get(duty.language, "A1")) >= least)
                    and (least < 0 or duty.language in each.grades)
                    for each in self.instance.officers
                ],
                np.bool_,
            )
        return self.kept[key]

    def _days(self, day: int) -> Array:
        if day not in self.kept:
            self.kept[day] = np.array(
                [day in each.days and day not in each.standby for each in self.instance.officers], np.bool_
            )
        return self.kept[day]
