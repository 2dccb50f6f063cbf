"""The duties of a programme by day and delegation, a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet, Sum

from jembatan.platform.paging import Page, ahead, mark_at
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import Duty, Programme
from jembatan.programmes.queries.local_times import times_there

PAGE = 100


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """What the list is narrowed to; empty values narrow nothing."""

    day: date | None = None
    delegation: int | None = None
    post: int | None = None
    language: str = ""
    state: str = ""
    words: str = ""

    @classmethod
    def read(cls, query: dict[str, str]) -> "DutyFilter":
        """From an address; what makes no sense is left out."""
        return cls(
            day=_day(query.get("day", "")),
            delegation=record_number(query.get("delegation", "")),
            post=record_number(query.get("post", "")),
            language=query.get("language", "")[:12],
            state=query.get("state", ""),
            words=query.get("q", "").strip()[:100],
        )

    def condition(self) -> Q:
        """As the database asks it."""
        asked = Q(cancelled=self.state == "cancelled")
        if self.state == "by_hand":
            asked &= Q(by_hand=True)
        for name, value in (
            ("day", self.day),
            ("delegation", self.delegation),
            ("post", self.post),
            ("language", self.language),
            ("title__icontains", self.words),
        ):
            if value:
                asked &= Q(**{name: value})
        return asked


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty with its times on the clocks of the programme."""

    duty: Duty
    times: str


def duties_of(programme: Programme, narrowed: DutyFilter, *, after: str = "") -> Page[DutyRow]:
    """In time order, behind the mark."""
    rows = _narrowed(programme, narrowed).filter(ahead(after, column="starts_at"))
    found = list(rows.select_related("delegation", "place", "post").order_by("starts_at", "pk")[: PAGE + 1])
    shown = found[:PAGE]
    mark = mark_at(shown[-1].starts_at, shown[-1].pk) if len(found) > PAGE else ""
    zone = programme.zone
    return Page([DutyRow(d, times_there(d.starts_at, zone, d.ends_at, zone)) for d in shown], mark)


def totals(programme: Programme, narrowed: DutyFilter) -> tuple[int, int]:
    """How many duties, and how many officers they take together."""
    sums = _narrowed(programme, narrowed).aggregate(duties=Count("pk"), officers=Sum("officers", default=0))
    return sums["duties"], sums["officers"]


def _narrowed(programme: Programme, narrowed: DutyFilter) -> QuerySet[Duty]:
    return Duty.objects.filter(narrowed.condition(), programme=programme)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        return None
