"""A message that is to be sent: to one calendar user, by one method."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from jembatan.meetings.formats.blocks import Block
from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.line import Line, line
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.writing import PRODUCT

# When an attendee wrote the answer that counts.
ANSWERED = "X-JEMBATAN-DTSTAMP"
# What one side said to itself about sending stays there (RFC 6638 7).
SCHEDULING = ("SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS", ANSWERED)


@dataclass(frozen=True, slots=True)
class Message:
    """`sender` and `recipient` are addresses with their scheme. Not `significant`: nobody needs to be disturbed by it."""

    method: str
    uid: str
    sender: str
    sender_name: str
    recipient: str
    recipient_name: str
    significant: bool
    ics: bytes


def message(
    method: str,
    sender: Line,
    recipient: Line,
    events: Iterable[Instance],
    *,
    zones: Iterable[Block] = (),
    significant: bool = True,
) -> Message:
    """The message from one ORGANIZER or ATTENDEE to another."""
    header = [
        line("VERSION", "2.0"),
        line("PRODID", PRODUCT),
        line("CALSCALE", "GREGORIAN"),
        line("METHOD", method),
    ]
    body = Scheduled(header, list(events), list(zones))
    return Message(
        method=method,
        uid=body.uid,
        sender=_as_written(sender),
        sender_name=sender.parameter("CN"),
        recipient=_as_written(recipient),
        recipient_name=recipient.parameter("CN"),
        significant=significant,
        ics=body.to_ical(),
    )


def stamped(now: datetime) -> Line:
    """DTSTAMP, in UTC."""
    return line("DTSTAMP", f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _as_written(user: Line) -> str:
    scheme, colon, rest = user.value.strip().partition(":")
    return f"{scheme.lower()}:{rest}" if colon else user.address
