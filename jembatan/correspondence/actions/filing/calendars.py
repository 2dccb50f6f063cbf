"""Calendars that come with mail: whoever keeps meetings is told of them."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.correspondence.events import CalendarArrived
from jembatan.correspondence.formats.arrival import fails_tests
from jembatan.correspondence.formats.reading import KeptAttachment, Reading
from jembatan.platform.events import announce

TYPES = {"text/calendar", "application/ics"}
LARGEST = 1024 * 1024


def tell_calendars(
    actor: Actor, numbered: Iterable[tuple[int, Reading]], *, batch_id: int | None = None
) -> None:
    """Of these messages (with their ids), oldest first; one that holds the same calendar twice holds it once."""
    found = [
        (
            pk,
            reading,
            {kept.digest: kept.attachment.content for kept in reading.attachments if _is_calendar(kept)},
        )
        for pk, reading in numbered
        if reading.attachments
    ]
    for pk, reading, contents in sorted(found, key=_written):
        for content in contents.values():
            believed = not fails_tests(reading.head)
            announce(CalendarArrived(actor, pk, reading.sender.email, believed, content, batch_id))


def _is_calendar(kept: KeptAttachment) -> bool:
    return kept.attachment.type in TYPES and len(kept.attachment.content) <= LARGEST


def _written(each: tuple[int, Reading, dict[str, bytes]]) -> float:
    _pk, reading, _contents = each
    return reading.sent_at.timestamp() if reading.sent_at else 0.0
