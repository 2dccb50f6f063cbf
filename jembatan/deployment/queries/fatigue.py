"""How officers fare on a day: their hours, their rest, their days in a row, and whom they meet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.standby import waiting_on
from jembatan.deployment.queries.words import length
from jembatan.directory.queries.spoken import spoken_name
from jembatan.programmes.models import Absence, Officer, OfficerLanguage
from jembatan.programmes.queries.officer_list import speakers_of

NEAR = 0.9
MINUTE = 60


@dataclass(frozen=True, slots=True)
class OfficerDay:
    """Minutes of work, from first to last, and of rest since the day before (None: none then); `days` of the last seven, this one included."""

    officer: Officer
    duties: tuple[Assignment, ...]
    languages: tuple[str, ...]
    work: int
    spread: int
    rest: int | None
    days: int
    delegations: int
    standby: bool
    absent: str
    """Why they are absent; "" where they are not."""
    near: bool
    """Whether one of the numbers is near its limit, or past it."""

    @property
    def work_told(self) -> str:
        """In hours and minutes."""
        return length(self.work)

    @property
    def spread_told(self) -> str:
        """In hours and minutes."""
        return length(self.spread)

    @property
    def rest_told(self) -> str:
        """In hours and minutes; a dash for those who had the day before off."""
        return "–" if self.rest is None else length(self.rest)


def officer_days(roster: Roster, day: date, *, name: str = "", language: str = "") -> list[OfficerDay]:
    """Of everybody who works or waits on the day or is absent from a duty then, the most worked first."""
    since = day - timedelta(days=6)
    rows = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__cancelled=False, duty__day__range=(since, day)
    )
    worked: defaultdict[int, dict[date, list[Assignment]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.select_related("duty__delegation", "duty__place").order_by("duty__starts_at"):
        worked[row.officer_id][row.duty.day].append(row)
    waiting = set(waiting_on(roster.programme, day).values_list("pk", flat=True))
    on_day = {officer for officer, days in worked.items() if day in days} | waiting
    people = Officer.objects.filter(programme=roster.programme, pk__in=on_day)
    if name:
        people = people.filter(full_name__icontains=name)
    if language:
        people = people.filter(pk__in=speakers_of(language).values("officer"))
    listed = list(people.order_by("full_name"))
    spoken: defaultdict[int, list[str]] = defaultdict(list)
    for officer, code, tested, declared in OfficerLanguage.objects.filter(officer__in=listed).values_list(
        "officer", "language", "tested", "declared"
    ):
        spoken[officer].append(f"{spoken_name(code)} {tested or declared}")
    absent = {
        row.officer_id: row
        for row in Absence.objects.filter(officer__in=listed)
        if _touches(row, [each.duty.starts_at for each in worked[row.officer_id].get(day, [])])
    }
    found = [
        _day(
            roster,
            officer,
            day,
            worked[officer.pk],
            spoken[officer.pk],
            officer.pk in waiting,
            absent.get(officer.pk),
        )
        for officer in listed
    ]
    return sorted(
        found, key=lambda each: (not each.absent, not each.near, -each.work, each.officer.full_name)
    )


def _touches(absence: Absence, starts: Sequence[datetime]) -> bool:
    lower, upper = absence.during.lower, absence.during.upper
    return any((lower is None or lower <= start) and (upper is None or start < upper) for start in starts)


def _day(
    roster: Roster,
    officer: Officer,
    day: date,
    days: dict[date, list[Assignment]],
    languages: list[str],
    standby: bool,
    absence: Absence | None,
) -> OfficerDay:
    own, programme = days.get(day, []), roster.programme
    work = sum(_minutes(row.duty.starts_at, row.duty.ends_at) for row in own)
    spread = _minutes(own[0].duty.starts_at, max(row.duty.ends_at for row in own)) if own else 0
    before = days.get(day - timedelta(days=1), [])
    rest = (
        _minutes(max(row.duty.ends_at for row in before), own[0].duty.starts_at) if own and before else None
    )
    worked_days = sum(1 for when in days if days[when])
    near = (
        work > programme.max_work * NEAR
        or (rest is not None and rest < programme.min_rest / NEAR)
        or worked_days >= programme.max_days_in_7
    )
    return OfficerDay(
        officer,
        tuple(own),
        tuple(languages),
        work,
        spread,
        rest,
        worked_days,
        len({row.duty.delegation_id for row in own}),
        standby,
        str(absence) if absence else "",
        near,
    )


def _minutes(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds() // MINUTE)
