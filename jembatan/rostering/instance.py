"""What a roster is made for: delegations with their duties, officers who could take them, and the rules.

Times are minutes on one axis from the programme's first midnight, as they pass; `day` is the day that a duty belongs to. Hours of a day are those
of the clocks on the wall, which differ where `clock_changes`. Places are numbers of rows of `travel`. Every key that the generated games do not have is off unless it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jembatan.rostering.clocks import DAY, ClockChanges, midnight, on_the_wall, seen_between

type Id = int | str

RUNS_ON = 360  # A window that ends at midnight lets a duty run on for so long.
GRADES = ("A1", "A2", "B1", "B2", "C1", "C2")  # Common European Framework of Reference for Languages.


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits that hold for everybody, in minutes, days or years; 0 or None is off for those with that default."""

    work: int = 480
    spread: int = 600
    rest: int = 660
    days_in_7: int = 6
    week_work: int = 2880
    minimum_age: int = 0
    night: tuple[int, int] | None = None  # Minutes of the day, from the evening to the morning.
    night_age: int = 0
    lead_level: int = 0  # In a team of two or more, somebody has at least this level.
    handover: int = 0  # So long a duty that relieves another one overlaps with it.


@dataclass(frozen=True, slots=True)
class Delegation:
    """Whom the duties are for."""

    id: Id
    language: str = "en"
    size: int = 0


@dataclass(frozen=True, slots=True)
class Duty:
    """A timed piece of work; the first of its officers has at least `level`, all speak `language`."""

    id: Id
    delegation: Id
    day: int
    start: int
    end: int
    place: int = 0
    language: str = "en"
    level: int = 0
    officers: int = 1
    priority: int = 1
    language_grade: str | None = None  # The least CEFR grade that is asked of everybody.
    relieves: Id | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an officer would like; no rule."""

    delegations: frozenset[Id] = frozenset()
    days_off: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Officer:
    """Who may work: what they speak, when they can, what they are able to."""

    id: Id
    languages: frozenset[str]
    days: frozenset[int]
    window: tuple[int, int] = (0, DAY)
    level: int = 0
    employment: str = "full"
    grades: Mapping[str, str] = field(default_factory=dict)  # CEFR by language; empty where nobody tested.
    age: int | None = None
    max_minutes: int | None = None  # In the whole programme.
    unavailable: tuple[tuple[int, int], ...] = ()  # Illness, exams: minutes on the axis.
    standby: frozenset[int] = frozenset()  # Days on which they wait to step in; the solver leaves them free.
    wishes: Wishes = Wishes()

    def is_away(self, duty: Duty) -> bool:
        """Whether they are unavailable at any moment of it."""
        return any(duty.start < until and duty.end > since for since, until in self.unavailable)


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """One officer on one duty."""

    duty: Id
    officer: Id


@dataclass(frozen=True)
class Instance:
    """Everything that a roster is made for, and what stands already."""

    days: int
    travel: tuple[tuple[int, ...], ...]
    delegations: tuple[Delegation, ...]
    duties: tuple[Duty, ...]
    officers: tuple[Officer, ...]
    rules: Rules = Rules()
    locked: tuple[Assignment, ...] = ()  # Published, past or fixed by hand: they stay.
    forbidden: frozenset[Assignment] = frozenset()
    conflicts: frozenset[tuple[Id, Id]] = frozenset()  # Officer and delegation: a conflict of interest.
    apart: frozenset[frozenset[Id]] = frozenset()  # Two officers who are not put on one duty.
    together: frozenset[frozenset[Id]] = (
        frozenset()
    )  # Two who share every duty for two or more, unless one is unavailable then.
    clock_changes: ClockChanges = ()

    @cached_property
    def duty(self) -> dict[Id, Duty]:
        """Duties by id."""
        return {duty.id: duty for duty in self.duties}

    @cached_property
    def officer(self) -> dict[Id, Officer]:
        """Officers by id."""
        return {officer.id: officer for officer in self.officers}

    @cached_property
    def partners(self) -> dict[Id, tuple[Id, ...]]:
        """With whom an officer is always together, by id."""
        found: dict[Id, tuple[Id, ...]] = {}
        for pair in sorted(self.together, key=lambda pair: sorted(map(str, pair))):
            for one in pair:
                found[one] = (*found.get(one, ()), *(pair - {one}))
        return found

    @property
    def positions(self) -> int:
        """How many officers all duties ask for together."""
        return sum(duty.officers for duty in self.duties)

    @cached_property
    def calendar(self) -> range:
        """The days that a roster reaches over: the programme's, and those of duties that lie outside it."""
        days = [duty.day for duty in self.duties]
        return range(min([0, *days]), max([self.days, *(day + 1 for day in days)]))

    def lead_level(self, duty: Duty) -> int:
        """The level that somebody on the duty must have."""
        return max(duty.level, self.rules.lead_level if duty.officers > 1 else 0)

    def hours(self, duty: Duty) -> tuple[int, int]:
        """Its beginning and its end as minutes of its day, by the clocks on the wall."""
        first, last = seen_between(self.clock_changes, duty.start, duty.end)
        return first - duty.day * DAY, last - duty.day * DAY

    def day_at(self, minute: int) -> int:
        """The day that it is at a minute of the axis."""
        return on_the_wall(self.clock_changes, minute) // DAY

    def midnight(self, day: int) -> int:
        """The minute of the axis at which a day begins."""
        return midnight(self.clock_changes, day)

    def is_night(self, duty: Duty) -> bool:
        """Whether any of it lies in the night of the rules."""
        if self.rules.night is None:
            return False
        evening, morning = self.rules.night
        first, last = self.hours(duty)
        start, end = first % DAY, first % DAY + last - first
        nights = ((evening - DAY, morning), (evening, morning + DAY), (evening + DAY, morning + 2 * DAY))
        if evening < morning:  # "From 0 to 5" lies within one day.
            nights = (
                (evening, morning),
                (evening + DAY, morning + DAY),
                (evening + 2 * DAY, morning + 2 * DAY),
            )
        return any(start < until and end > since for since, until in nights)
