"""Places at tables: what they are called, in order of honour, and where they stand on a drawing that is as wide as it has to be.

The host looks down the drawing, so the host's right hand is at its left. A place keeps its name when the table grows: who
sits there goes on sitting there. `h1` is the middle of our side, `g1` of theirs, plain numbers count one table's honour.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST_WIDTH = 1000
SEAT_WIDTH, SEAT_HEIGHT = 150, 64
STEP, EDGE = 160, 10
ROUND_STEP = 172
ROW = 7
SIDED, PLAIN = re.compile(r"[hg][1-9][0-9]{0,2}"), re.compile(r"[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and its middle; `back` is the direction away from the table, where an interpreter sits."""

    place: str
    x: float
    y: float
    back: tuple[float, float]

    @property
    def behind(self) -> tuple[float, float]:
        """The middle of the interpreter's seat, clear of this one."""
        across, down = self.back
        return self.x + across * (SEAT_WIDTH + 8), self.y + down * (SEAT_HEIGHT + 8)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The table as a list of rectangles (or one circle of x, y, radius) under its spots, in order of honour."""

    spots: list[Spot]
    width: float
    height: float
    boxes: list[tuple[float, float, float, float]]
    circle: tuple[float, float, float] | None = None

    @property
    def filled(self) -> tuple[float, float]:
        """From where across, and how wide, there is something on it, with room for interpreters."""
        if not self.spots:
            return 0, self.width
        middles = [x for spot in self.spots for x in (spot.x, spot.behind[0])]
        begins = [min(middles) - SEAT_WIDTH / 2, *(box[0] for box in self.boxes)]
        ends = [max(middles) + SEAT_WIDTH / 2, *(box[0] + box[2] for box in self.boxes)]
        left = max(0, min(begins) - EDGE)
        return left, min(self.width, max(ends) + EDGE) - left


def places(shape: str, *, hosts: int, guests: int) -> list[str]:
    """Names of so many places in order of honour; two sides have their own."""
    if shape == "facing":
        return [f"h{number}" for number in range(1, hosts + 1)] + [
            f"g{number}" for number in range(1, guests + 1)
        ]
    return [str(number) for number in range(1, hosts + guests + 1)]


def is_place(shape: str, name: str) -> bool:
    """Whether a table of this shape has a place of that name, up to three digits."""
    return bool((SIDED if shape == "facing" else PLAIN).fullmatch(name))


def seated[Person](shape: str, *, hosts: Sequence[Person], guests: Sequence[Person]) -> dict[str, Person]:
    """By place: the host first, the first guest at the host's right, the second at the left, and so on, hosts and guests in turn.

    Both are in order of precedence. In rows, guests come before hosts; at two sides each keeps to its own.
    """
    if shape == "facing":
        found = {f"h{number}": person for number, person in enumerate(hosts, start=1)}
        return found | {f"g{number}": person for number, person in enumerate(guests, start=1)}
    at_table = shape != "theatre" and hosts
    order = [hosts[0], *_in_turn(guests, hosts[1:])] if at_table else [*guests, *hosts]
    return {str(number): person for number, person in enumerate(order, start=1)}


def drawing(shape: str, names: Sequence[str]) -> Drawing:
    """Of the places that are named, which all belong to the shape."""
    return _SHAPES[shape](names)


def _in_turn[Person](guests: Sequence[Person], hosts: Sequence[Person]) -> list[Person]:
    """Two guests, the right and the left of the host, then one of ours and one of theirs in turn."""
    first, rest = list(guests[:2]), list(guests[2:])
    mixed: list[Person] = []
    for number in range(max(len(rest), len(hosts))):
        mixed += [*hosts[number : number + 1], *rest[number : number + 1]]
    return first + mixed


def _offset(number: int) -> int:
    """Of the n-th place from the middle, in seats to the right hand: 0, 1, -1, 2, -2, …"""
    return number // 2 if number % 2 == 0 else -(number // 2)


def _facing(names: Sequence[str]) -> Drawing:
    most = max((int(name[1:]) for name in names), default=1)
    width = max(LEAST_WIDTH, (2 * (most // 2) + 1) * STEP + 2 * EDGE)
    spots = []
    for name in names:
        across = _offset(int(name[1:])) * STEP
        # Those above look down, their right is the left of the drawing; those below look up.
        if name[0] == "g":
            spots.append(Spot(name, width / 2 - across, 150, (0, -1)))
        else:
            spots.append(Spot(name, width / 2 + across, 390, (0, 1)))
    half = (most // 2) * STEP + SEAT_WIDTH / 2
    return Drawing(spots, width, 540, [(width / 2 - half, 200, 2 * half, 140)])


def _u(names: Sequence[str]) -> Drawing:
    """Three at the base, the others down the legs, right and left of the host in turn."""
    spots = []
    rows = 0
    for name in names:
        across = _offset(int(name))
        if abs(across) <= 1:
            spots.append(Spot(name, 600 - across * STEP, 130, (0, -1)))
            continue
        row = abs(across) - 2
        rows = max(rows, row + 1)
        at_right = across > 0
        spots.append(Spot(name, 250 if at_right else 950, 290 + row * 90, (-1 if at_right else 1, 0)))
    leg = rows * 90 + 30
    boxes = [(340.0, 180.0, 520.0, 60.0)]
    if rows:
        boxes += [(340, 240, 60, leg), (800, 240, 60, leg)]
    return Drawing(spots, 1200, 300 + leg, boxes)


def _round(names: Sequence[str]) -> Drawing:
    count = max((int(name) for name in names), default=1)
    ring = max(210.0, count * ROUND_STEP / (2 * math.pi))
    across, down = ring + 1.5 * SEAT_WIDTH + 2 * EDGE, ring + 1.5 * SEAT_HEIGHT + 2 * EDGE
    spots = []
    for name in names:
        # The host at the top; the host's right hand is to the left on the drawing.
        angle = -math.pi / 2 - _offset(int(name)) * 2 * math.pi / count
        x, y = math.cos(angle), math.sin(angle)
        spots.append(Spot(name, across + x * ring, down + y * ring, (x, y)))
    return Drawing(spots, 2 * across, 2 * down, [], (across, down, ring - 90))


def _head(names: Sequence[str]) -> Drawing:
    spots = []
    rows = 1
    for name in names:
        across = _offset(int(name))
        if across == 0:
            spots.append(Spot(name, LEAST_WIDTH / 2, 130, (0, -1)))
            continue
        row = abs(across) - 1
        rows = max(rows, row + 1)
        at_right = across > 0
        spots.append(Spot(name, 310 if at_right else 690, 230 + row * 90, (-1 if at_right else 1, 0)))
    return Drawing(spots, LEAST_WIDTH, 220 + rows * 90, [(400, 180, 200, rows * 90 + 10)])


def _theatre(names: Sequence[str]) -> Drawing:
    """Rows of seven, from the middle of the front outwards; they look up, to the podium."""
    width = ROW * STEP + 2 * EDGE
    spots = []
    rows = 1
    for name in names:
        row, within = divmod(int(name) - 1, ROW)
        rows = max(rows, row + 1)
        spots.append(Spot(name, width / 2 + _offset(within + 1) * STEP, 180 + row * 150, (0, 1)))
    return Drawing(spots, width, 150 + rows * 150, [(width / 2 - 200, 30, 400, 50)])


_SHAPES: dict[str, Callable[[Sequence[str]], Drawing]] = {
    "facing": _facing,
    "u": _u,
    "round": _round,
    "head": _head,
    "theatre": _theatre,
}
