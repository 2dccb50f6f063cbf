"""Who is asked to which occurrences."""

from dataclasses import dataclass, field

from jembatan.meetings.formats.itip.line import Line
from jembatan.meetings.formats.itip.scheduled import Scheduled

# RFC 6638 7.1: their own calendar, or nobody, tells them.
TOLD_BY_OTHERS = {"CLIENT", "NONE"}


@dataclass(slots=True)
class Invited:
    """An attendee: the ATTENDEE line by the recurrence of the event that it stands in."""

    lines: dict[str, Line] = field(default_factory=dict)

    @property
    def line(self) -> Line:
        """The one that names them."""
        return next(iter(self.lines.values()))

    def answer(self, recurrence: str) -> str:
        """PARTSTAT; "" where they are not asked."""
        found = self.lines.get(recurrence)
        return "" if found is None else found.parameter("PARTSTAT").upper() or "NEEDS-ACTION"

    @property
    def forced(self) -> str:
        """The method that must be sent although nothing changed (RFC 6638 7.2)."""
        return next((f for each in self.lines.values() if (f := each.parameter("SCHEDULE-FORCE-SEND"))), "")


def invited_to(calendar: Scheduled | None) -> dict[str, Invited]:
    """By address, in the order in which they are named."""
    found: dict[str, Invited] = {}
    for event in calendar.instances if calendar else ():
        for each in event.all("ATTENDEE"):
            if each.address and each.parameter("SCHEDULE-AGENT").upper() not in TOLD_BY_OTHERS:
                found.setdefault(each.address, Invited()).lines[event.recurrence] = each
    return found
