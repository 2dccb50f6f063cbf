"""The plane of two parties' utilities, as coordinates for a picture."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.negotiation.analysis.analyse import Analysis, Point
from jembatan.negotiation.analysis.efficient import efficient
from jembatan.negotiation.analysis.problem import Package
from jembatan.negotiation.models import NegotiatingParty
from jembatan.negotiation.queries.analysed import Analysed
from jembatan.negotiation.queries.findings import points

LEFT, TOP, SIDE = 42.0, 10.0, 300.0
BELOW = TOP + SIDE + 48
LINE = 15
MOST_DOTS = 24
FINEST = 2
"""So many steps a point of the frontier's line: finer ones are seen by nobody."""
FAIR: tuple[tuple[str, str | Promise], ...] = (
    ("nash", gettext_lazy("Nash")),
    ("kalai", gettext_lazy("Kalai–Smorodinsky")),
    ("egalitarian", gettext_lazy("Egalitarian")),
    ("utilitarian", gettext_lazy("Greatest sum")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A package in the plane. `kind` is a CSS class; `lines` tell it when it is pointed at or has the focus."""

    kind: str
    x: float
    y: float
    label: str
    lines: tuple[tuple[float, str], ...]
    letter: str = ""

    @property
    def told(self) -> str:
        """All of it, for those who hear it."""
        return ". ".join([self.label, *(text for _y, text in self.lines[1:])])


@dataclass(frozen=True, slots=True)
class Picture:
    """`frontier`, `before` (as it was, "" where nothing was) and `paths` are points of polylines; walk-aways are lines at the
    reservation values.
    """

    ours: NegotiatingParty
    other: NegotiatingParty
    height: float
    below: float
    frontier: str
    before: str
    paths: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    walk_x: float
    walk_y: float
    ticks: tuple[tuple[float, float, int], ...]


def picture(found: Analysed, other: NegotiatingParty, *, before: Analysed | None = None) -> Picture:
    """Ours to the right, theirs upwards, both from 0 to 100. With more parties the frontier is what the two could have if the others did
    not mind. `before`: the analysis whose frontier is shown beside this one.
    """
    across, up = 0, _place(found, other)
    return Picture(
        ours=found.parties[0],
        other=other,
        below=BELOW,
        height=BELOW + LINE * (len(found.analysis.problem.issues) + lines_of_worth(found) + 1),
        frontier=_frontier(found.analysis, across, up),
        before=_frontier(before.analysis, across, _place(before, other)) if before else "",
        paths=tuple(
            ("ours" if party.ours else "theirs", _polyline(own))
            for party in (found.parties[0], other)
            if len(own := _path(found, party, across, up)) > 1
        ),
        marks=tuple(_marks(found, across, up)),
        walk_x=_x(float(found.parties[0].reservation)),
        walk_y=_y(float(other.reservation)),
        ticks=tuple((_x(value), _y(value), value) for value in (0, 25, 50, 75, 100)),
    )


def fair_points(found: Analysed) -> list[tuple[list[str], Point]]:
    """The fair points with their names; those that fall on one package together."""
    named: dict[int, list[str]] = {}
    for name, label in FAIR:
        column = getattr(found.analysis.points, name)
        if column is not None:
            named.setdefault(column, []).append(str(label))
    points_found = [(labels, found.analysis.point(column)) for column, labels in named.items()]
    return [(labels, point) for labels, point in points_found if point is not None]


def _place(found: Analysed, party: NegotiatingParty) -> int:
    return [each.pk for each in found.parties].index(party.pk)


def _frontier(analysis: Analysis, across: int, up: int) -> str:
    """The staircase of the two, without corners that fall on the same dot."""
    steps = efficient(np.rint(analysis.utilities[[across, up]] * FINEST).astype(np.int64))
    corners = analysis.utilities[:, steps[::-1]]
    return _polyline(list(zip(corners[across].tolist(), corners[up].tolist(), strict=True)))


def _path(found: Analysed, party: NegotiatingParty, across: int, up: int) -> list[tuple[float, float]]:
    return [
        (judgement.utilities[across], judgement.utilities[up])
        for offer, judgement in found.offers
        if offer.party_id == party.pk
    ]


def _marks(found: Analysed, across: int, up: int) -> Iterator[Mark]:
    count = found.analysis.utilities.shape[1]
    for column in sorted({round(step * (count - 1) / (MOST_DOTS - 1)) for step in range(MOST_DOTS)}):
        point = found.analysis.point(column)
        assert point is not None
        yield _mark(found, "efficient", _("Efficient package"), point.utilities, point.package, across, up)
    for labels, point in fair_points(found):
        yield _mark(
            found, "fair", ", ".join(labels), point.utilities, point.package, across, up, labels[0][0]
        )
    numbers: dict[int, int] = {}
    for offer, judgement in found.offers:
        numbers[offer.party_id] = number = numbers.get(offer.party_id, 0) + 1
        kind = "ours" if offer.party.ours else "theirs"
        label = _("Offer %(number)s of %(name)s") % {"number": number, "name": offer.party.name}
        yield _mark(found, kind, label, judgement.utilities, judgement.offer.package, across, up, str(number))


def _mark(
    found: Analysed,
    kind: str,
    label: str,
    utilities: tuple[float, ...],
    package: Package,
    across: int,
    up: int,
    letter: str = "",
) -> Mark:
    texts = [
        label,
        *worth_to_each(found, utilities),
        *(f"{issue}: {option}" for issue, option in found.analysis.problem.named(package).items()),
    ]
    return Mark(kind, _x(utilities[across]), _y(utilities[up]), label, told_below(BELOW, texts), letter)


def worth_to_each(found: Analysed, utilities: tuple[float, ...]) -> list[str]:
    """ "The port 40, the embassy 55"; with more parties a line for each."""
    each = [f"{party.name} {points(value)}" for party, value in zip(found.parties, utilities, strict=True)]
    return [", ".join(each)] if len(each) == 2 else each


def lines_of_worth(found: Analysed) -> int:
    """So many lines tell what something is worth to each."""
    return 1 if len(found.parties) == 2 else len(found.parties)


def told_below(top: float, texts: list[str]) -> tuple[tuple[float, str], ...]:
    """The lines that tell a mark, each with its height."""
    return tuple((top + LINE * place, text) for place, text in enumerate(texts))


def _polyline(corners: list[tuple[float, float]]) -> str:
    return " ".join(f"{_x(x)},{_y(y)}" for x, y in corners)


def _x(value: float) -> float:
    return round(LEFT + SIDE * value / 100, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value / 100), 1)
