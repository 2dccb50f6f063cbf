"""The board of a day: delegations down, hours across, who sits on each seat, and what is open. The number of queries is the same for any size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Sum
from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.platform.ui.moments import local_clock_text
from jembatan.programmes.models import Delegation, Duty

QUARTER = 15
LONGEST = 136
"""Quarters of hours that a board shows at most: a day and the ten hours after it."""


@dataclass(frozen=True, slots=True)
class SeatCell:
    """A seat of a duty; `row` is None where it is open."""

    duty: Duty
    number: int
    row: Assignment | None

    @property
    def key(self) -> str:
        """As forms and addresses name it."""
        return f"{self.duty.pk}-{self.number}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A duty on the board: from quarter `at` (1 is the first that is shown) over `length` quarters."""

    duty: Duty
    at: int
    length: int
    time: str
    seats: tuple[SeatCell, ...]

    @property
    def open(self) -> int:
        """Seats that nobody has."""
        return sum(cell.row is None for cell in self.seats)


@dataclass(slots=True)
class Row:
    """A delegation (None: duties of none) with its duties in lanes, and how many officers it meets in the whole programme."""

    delegation: Delegation | None
    lanes: list[list[Bar]] = field(default_factory=list)
    strangers: int = 0

    @property
    def bars(self) -> Iterator[Bar]:
        """All of them."""
        for lane in self.lanes:
            yield from lane

    @property
    def open(self) -> int:
        """Seats that nobody has."""
        return sum(bar.open for bar in self.bars)


@dataclass(frozen=True, slots=True)
class DayBoard:
    """`hours` are the columns' headings with their quarters, `now` the place of this hour among them; `seats` and `open` count the day."""

    day: date
    hours: tuple[tuple[int, str], ...]
    rows: list[Row]
    seats: int
    open: int
    now: int | None

    @property
    def opens_at(self) -> int:
        """The place of the hour that is seen first: the one before now; on other days that of seven in the morning, where there are earlier ones."""
        if self.now is not None:
            return max(self.now - 1, 0)
        hours = [hour for _at, hour in self.hours]
        return hours.index("07") if "07" in hours else 0

    @property
    def quarters(self) -> int:
        """How wide it is."""
        return len(self.hours) * 4


def day_board(roster: Roster, day: date, *, only_open: bool = False) -> DayBoard:
    """Of the duties that count to this day."""
    clock = clockwork(roster.programme)
    duties = list(
        Duty.objects.filter(programme=roster.programme, day=day, cancelled=False)
        .select_related("delegation", "place")
        .order_by("starts_at", "ends_at", "pk")
    )
    cells = seats_of(roster, duties)
    first = min((_hour(clock, day, duty.starts_at) for duty in duties), default=6)
    last = max((-(-_minute(clock, day, duty.ends_at) // 60) for duty in duties), default=22)
    last = min(max(last, first + 8), first + LONGEST // 4)
    rows: dict[int, Row] = {}
    for duty in duties:
        if only_open and all(cell.row for cell in cells[duty.pk]):
            continue
        row = rows.setdefault(duty.delegation_id or 0, Row(duty.delegation))
        _lay(row, _bar(clock, day, duty, first, last, cells[duty.pk]))
    _count_strangers(roster, rows)
    every = [cell for of_duty in cells.values() for cell in of_duty]
    return DayBoard(
        day,
        tuple((1 + 4 * (hour - first), f"{hour % 24:02}") for hour in range(first, last)),
        sorted(rows.values(), key=lambda row: row.delegation.name.lower() if row.delegation else "\uffff"),
        len(every),
        sum(cell.row is None for cell in every),
        current
        if 0 <= (current := _minute(clock, day, timezone.now()) // 60 - first) < last - first
        else None,
    )


def seats_of(roster: Roster, duties: Iterable[Duty]) -> dict[int, tuple[SeatCell, ...]]:
    """Every seat of these duties, in order."""
    listed = list(duties)
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__in=[duty.pk for duty in listed])
    taken = {(row.duty_id, row.seat): row for row in rows.select_related("officer")}
    return {
        duty.pk: tuple(
            SeatCell(duty, number, taken.get((duty.pk, number))) for number in range(1, duty.officers + 1)
        )
        for duty in listed
    }


def time_told(clock: Clockwork, duty: Duty) -> str:
    """ "08.00–10.00", or "08:00–10:00" in English, by the programme's clocks."""
    begins, ends = duty.starts_at.astimezone(clock.zone), duty.ends_at.astimezone(clock.zone)
    return f"{local_clock_text(begins)}–{local_clock_text(ends)}"


def _lay(row: Row, bar: Bar) -> None:
    """In the first lane that is free."""
    for lane in row.lanes:
        if lane[-1].at + lane[-1].length <= bar.at:
            lane.append(bar)
            return
    row.lanes.append([bar])


def _bar(clock: Clockwork, day: date, duty: Duty, first: int, last: int, seats: tuple[SeatCell, ...]) -> Bar:
    start = max(_minute(clock, day, duty.starts_at) - first * 60, 0) // QUARTER
    end = -(-(min(_minute(clock, day, duty.ends_at), last * 60) - first * 60) // QUARTER)
    return Bar(duty, start + 1, max(end - start, 1), time_told(clock, duty), seats)


def _minute(clock: Clockwork, day: date, moment: datetime) -> int:
    return clock.hour(moment, day)


def _hour(clock: Clockwork, day: date, moment: datetime) -> int:
    return max(_minute(clock, day, moment), 0) // 60


def _count_strangers(roster: Roster, rows: dict[int, Row]) -> None:
    standing = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__delegation__in=[pk for pk in rows if pk]
    )
    counted = standing.values("duty__delegation").annotate(people=Count("officer", distinct=True))
    for pk, people in counted.values_list("duty__delegation", "people"):
        rows[pk].strangers = people


@dataclass(frozen=True, slots=True)
class DayCell:
    """A delegation's day: how many duties, and how many of their seats are open."""

    day: date
    duties: int
    seats: int
    open: int


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A delegation with its days."""

    delegation: Delegation | None
    cells: list[DayCell]


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """Seven days, the last ones of a short programme left out."""

    days: list[date]
    rows: list[WeekRow]
    open: int


def week_board(roster: Roster, day: date) -> WeekBoard:
    """The week of the programme in which the day lies, counted from its first day."""
    programme = roster.programme
    start = programme.first_day + timedelta(days=(day - programme.first_day).days // 7 * 7)
    days = [each for number in range(7) if (each := start + timedelta(days=number)) <= programme.last_day]
    duties = Duty.objects.filter(programme=programme, day__in=days, cancelled=False)
    asked = duties.values_list("delegation", "day").annotate(duties=Count("pk"), seats=Sum("officers"))
    taken: defaultdict[tuple[int, date], int] = defaultdict(int)
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__in=duties)
    for delegation, when, count in rows.values_list("duty__delegation", "duty__day").annotate(
        count=Count("pk")
    ):
        taken[delegation or 0, when] = count
    numbers = {(delegation or 0, when): (count, seats) for delegation, when, count, seats in asked}
    known = Delegation.objects.filter(programme=programme).in_bulk()
    listed = sorted({pk for pk, _when in numbers}, key=lambda pk: known[pk].name.lower() if pk else "\uffff")
    board = [
        WeekRow(
            known.get(pk),
            [_cell(when, numbers.get((pk, when), (0, 0)), taken[pk, when]) for when in days],
        )
        for pk in listed
    ]
    return WeekBoard(days, board, sum(cell.open for row in board for cell in row.cells))


def _cell(when: date, numbers: tuple[int, int], taken: int) -> DayCell:
    return DayCell(when, numbers[0], numbers[1], max(numbers[1] - taken, 0))
