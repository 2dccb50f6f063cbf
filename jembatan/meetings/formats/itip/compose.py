"""What must be sent when a calendar user changes, makes or deletes a meeting (RFC 5546 3.2, RFC 6638 3.2)."""

from datetime import datetime

from jembatan.meetings.formats.itip.answering import answers_of
from jembatan.meetings.formats.itip.line import normal_address
from jembatan.meetings.formats.itip.message import Message
from jembatan.meetings.formats.itip.organising import tidings_of
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble, Unusable


def compose(old: Scheduled | None, new: Scheduled | None, *, user: str, now: datetime) -> list[Message]:
    """The messages of `user` (an address, with or without `mailto:`), old recipients first.

    None is a meeting that is not there yet, or no longer. Raises `Unusable` when its events name several organisers.
    """
    organiser = ""
    for calendar in (old, new):
        organisers = calendar.organisers if calendar else {}
        if len(organisers) > 1:
            raise Unusable(Trouble.SEVERAL_ORGANISERS, ", ".join(organisers))
        organiser = next(iter(organisers), organiser)
    if not organiser:
        return []
    if normal_address(user) == organiser:
        return tidings_of(old, new, organiser=organiser, now=now)
    return answers_of(old, new, user=normal_address(user), now=now)
