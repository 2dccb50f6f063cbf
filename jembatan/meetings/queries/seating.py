"""The seats of a meeting, drawn: who sits where, who is behind whom, who has no seat yet."""

import textwrap
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from jembatan.meetings.formats.seating import SEAT_HEIGHT, SEAT_WIDTH, Drawing, Spot, drawing, places
from jembatan.meetings.models import Attendance, Meeting, SeatingPlan
from jembatan.meetings.queries.order import order_of, taking_part

LETTERS, LINES = 19, 3


@dataclass(frozen=True, slots=True)
class Chair:
    """A place on the drawing with who sits there, if anybody does, and the interpreter behind them."""

    spot: Spot
    guest: Attendance | None
    interpreter: Attendance | None

    @property
    def key(self) -> str:
        """Of the form by which they change seats."""
        return f"seat-{self.guest.pk}" if self.guest else ""

    @property
    def place_name(self) -> str:
        """ "3", and at two sides whose."""
        number = self.spot.place.lstrip("gh")
        if self.spot.place.startswith("h"):
            return _("our side, %(number)s") % {"number": number}
        return _("guests, %(number)s") % {"number": number} if self.spot.place.startswith("g") else number

    @property
    def lines(self) -> list[str]:
        """The name in lines that fit the box."""
        return wrapped(_name(self.guest)) if self.guest else []

    @property
    def interpreter_lines(self) -> list[str]:
        """Theirs."""
        return wrapped(_name(self.interpreter)) if self.interpreter else []

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height on the drawing."""
        return _box(self.spot.x, self.spot.y)

    @property
    def behind(self) -> tuple[float, float, float, float]:
        """The box of the interpreter."""
        return _box(*self.spot.behind)


@dataclass(frozen=True, slots=True)
class Seating:
    """`unseated` are those who take part and have no seat, in order."""

    plan: SeatingPlan
    drawing: Drawing
    chairs: list[Chair]
    unseated: list[Attendance]

    @property
    def seated(self) -> list[Attendance]:
        """Who has a place at the table, in order of honour."""
        return [chair.guest for chair in self.chairs if chair.guest]


def people_in_order(meeting: Meeting, starts_at: datetime) -> list[Attendance]:
    """By the order that the meeting follows, else as they were named; an organisation itself takes no seat."""
    order = order_of(meeting, starts_at)
    guests = [each.guest for each in order.standings] if order else taking_part(meeting)
    return [guest for guest in guests if not _is_organisation(guest)]


def seating_of(meeting: Meeting, starts_at: datetime, *, spare: bool = True) -> Seating | None:
    """None where there is no plan. With `spare`, one place more than is taken stays free, at each side."""
    plan = SeatingPlan.objects.filter(meeting=meeting).first()
    if plan is None:
        return None
    seats = list(plan.seats.select_related("guest__person", "guest__organisation"))
    at = {seat.place: seat.guest for seat in seats if seat.place}
    behind = {seat.behind_id: seat.guest for seat in seats if seat.behind_id}
    drawn = drawing(plan.shape, shown_places(plan.shape, list(at), spare=spare))
    chairs = [
        Chair(spot, guest, behind.get(guest.pk) if guest else None)
        for spot in drawn.spots
        for guest in [at.get(spot.place)]
    ]
    having = {seat.guest_id for seat in seats}
    rest = [guest for guest in people_in_order(meeting, starts_at) if guest.pk not in having]
    return Seating(plan, drawn, chairs, rest)


def shown_places(shape: str, taken: list[str], *, spare: bool = True) -> list[str]:
    """Those up to the last that is taken, and a free one behind it where there is to be a `spare` one."""
    more = int(spare)
    hosts = max((int(name[1:]) for name in taken if name.startswith("h")), default=0)
    theirs = max((int(name[1:]) for name in taken if name.startswith("g")), default=0)
    plain = max((int(name) for name in taken if name.isdigit()), default=0)
    if shape == "facing":
        return places(shape, hosts=hosts + more, guests=theirs + more)
    return places(shape, hosts=plain + more, guests=0)


def wrapped(name: str) -> list[str]:
    """At most three lines; what does not fit is cut with a sign."""
    return textwrap.wrap(name, LETTERS, max_lines=LINES, placeholder="…") or [name[:LETTERS]]


def _name(guest: Attendance) -> str:
    return guest.person.formal_name if guest.person else str(guest)


def _is_organisation(guest: Attendance) -> bool:
    return (
        guest.person_id is None and guest.organisation is not None and guest.name == guest.organisation.name
    )


def _box(x: float, y: float) -> tuple[float, float, float, float]:
    return (x - SEAT_WIDTH / 2, y - SEAT_HEIGHT / 2, SEAT_WIDTH, SEAT_HEIGHT)
