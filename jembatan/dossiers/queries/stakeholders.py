"""The map of a matter's parties on a day: influence upwards, interest to the right, and where each came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Assessment, Dossier
from jembatan.dossiers.queries.listing import parties_of

LEFT, TOP, CELL = 24.0, 8.0, 66.0
SIDE = 5 * CELL
LINES = tuple((LEFT + CELL * step, TOP + CELL * step) for step in range(6))
PER_ROW = 3
APART = 20.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A party with a number on the map. `before` is its last assessment that said something else, drawn at `from_x`, `from_y`."""

    number: int
    party: Organisation | Person
    assessment: Assessment
    before: Assessment | None
    x: float
    y: float
    from_x: float | None = None
    from_y: float | None = None


@dataclass(frozen=True, slots=True)
class StakeholderMap:
    """`days` are all on which somebody was assessed, the newest first; `unplaced` parties had not been, on the day shown.

    `shown` of the days is the one whose map is seen; None before all of them.
    """

    on_day: date | None
    days: tuple[date, ...]
    shown: date | None
    placed: tuple[Placed, ...]
    unplaced: tuple[Organisation | Person, ...]

    @property
    def earlier(self) -> date | None:
        """The day on which it changed before that."""
        return next((day for day in self.days if self.shown and day < self.shown), None)

    @property
    def later(self) -> date | None:
        """The day on which it changed next."""
        return next((day for day in reversed(self.days) if not self.shown or day > self.shown), None)

    @property
    def number(self) -> int:
        """Which of the days is shown, from 1 for the oldest; 0 before all of them."""
        return len(self.days) - self.days.index(self.shown) if self.shown else 0

    @property
    def changed(self) -> frozenset[int]:
        """The numbers of the parties who were assessed on the day that is shown."""
        return frozenset(each.number for each in self.placed if each.assessment.on_day == self.shown)


def stakeholder_map(dossier: Dossier, *, on_day: date | None = None) -> StakeholderMap:
    """As it stood at the end of that day, or as it stands."""
    standing = dossier.assessments.filter(taken_out_at__isnull=True)
    rows = list(standing.select_related("organisation", "person", "dossier").order_by("on_day", "pk"))
    days = tuple(sorted({row.on_day for row in rows}, reverse=True))
    ways: dict[Organisation | Person, list[Assessment]] = {}
    for row in rows:
        if on_day is None or row.on_day <= on_day:
            ways.setdefault(row.party, []).append(row)
    parties = [row.party for row in parties_of(dossier)]
    shown = [party for party in parties if party in ways]
    return StakeholderMap(
        on_day=on_day,
        days=days,
        shown=next((day for day in days if on_day is None or day <= on_day), None),
        placed=tuple(_place(shown, ways)),
        unplaced=tuple(party for party in parties if party not in ways),
    )


def newest_of(dossier: Dossier, party: Organisation | Person) -> Assessment | None:
    """The one that counts."""
    which = {"person": party} if isinstance(party, Person) else {"organisation": party}
    rows = dossier.assessments.filter(taken_out_at__isnull=True, **which)
    return rows.order_by("-on_day", "-pk").first()


def _place(
    parties: list[Organisation | Person], ways: dict[Organisation | Person, list[Assessment]]
) -> Iterable[Placed]:
    """Those that share a cell stand side by side in it."""
    taken: dict[tuple[int, int], int] = {}
    for number, party in enumerate(parties, start=1):
        way = ways[party]
        now, before = way[-1], _different(way)
        cell = (now.interest, now.influence)
        place = taken.get(cell, 0)
        taken[cell] = place + 1
        x, y = _centre(now)
        moved = before is not None and _centre(before) != _centre(now)
        yield Placed(
            number=number,
            party=party,
            assessment=now,
            before=before,
            x=round(x + (place % PER_ROW - 1) * APART, 1),
            y=round(y + (place // PER_ROW % PER_ROW - 1) * APART, 1),
            from_x=_centre(before)[0] if moved and before else None,
            from_y=_centre(before)[1] if moved and before else None,
        )


def _different(way: list[Assessment]) -> Assessment | None:
    now = way[-1]
    said = (now.influence, now.interest, now.stance)
    return next((row for row in reversed(way) if (row.influence, row.interest, row.stance) != said), None)


def _centre(row: Assessment) -> tuple[float, float]:
    return LEFT + (row.interest - 0.5) * CELL, TOP + SIDE - (row.influence - 0.5) * CELL
