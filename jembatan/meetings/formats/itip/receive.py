"""What a received message makes of a calendar (RFC 5546 3.2): one that is not followed changes nothing and says why."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.meetings.formats.itip.from_attendee import follow_ask, follow_reply
from jembatan.meetings.formats.itip.from_organiser import (
    follow_add,
    follow_cancel,
    follow_request,
    speaks_for,
)
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Told, Trouble, Unusable

BY_ORGANISER: dict[str, Callable[[Scheduled | None, Scheduled], Scheduled | None]] = {
    "REQUEST": follow_request,
    "PUBLISH": follow_request,
    "CANCEL": follow_cancel,
    "ADD": follow_add,
    "DECLINECOUNTER": lambda calendar, _message: calendar,
}
BY_ATTENDEE = {"REPLY", "COUNTER", "REFRESH"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The calendar afterwards (None: there is none), whether it is another, and each trouble with what it is about."""

    calendar: Scheduled | None
    changed: bool
    troubles: tuple[tuple[Trouble, str], ...] = ()


def receive(calendar: Scheduled | None, message: Scheduled | None, *, sender: str = "") -> Outcome:
    """Never raises. `sender` is the address that the message came from; without it the message is believed who wrote it.

    COUNTER, DECLINECOUNTER and REFRESH change no calendar: they tell its owner something.
    """
    try:
        meant = checked(message)
        own = calendar.of(meant.uid) if calendar else None
        followed, troubles = _follow(own, meant, sender)
    except Unusable as error:
        return Outcome(calendar, changed=False, troubles=((error.trouble, error.about),))
    after = calendar.with_(followed) if calendar and followed else followed or calendar
    before = calendar.to_ical() if calendar else b""
    return Outcome(after, changed=before != (after.to_ical() if after else b""), troubles=tuple(troubles))


def checked(message: Scheduled | None) -> Scheduled:
    """The message, if it is one, of one meeting and one organiser. Raises `Unusable`."""
    if message is None:
        raise Unusable(Trouble.NO_CALENDAR)
    if not message.method:
        raise Unusable(Trouble.NO_METHOD)
    if message.method not in {*BY_ORGANISER, *BY_ATTENDEE}:
        raise Unusable(Trouble.UNKNOWN_METHOD, message.method)
    if not message.instances:
        raise Unusable(Trouble.NO_EVENT)
    if len({event.text("UID") for event in message.instances}) > 1 or not message.uid:
        raise Unusable(Trouble.SEVERAL_MEETINGS)
    if len(message.organisers) > 1:
        raise Unusable(Trouble.SEVERAL_ORGANISERS, ", ".join(message.organisers))
    return message


def _follow(calendar: Scheduled | None, message: Scheduled, sender: str) -> tuple[Scheduled | None, Told]:
    organiser = next(iter(message.organisers.values()), None)
    by_organiser = message.method in BY_ORGANISER
    if calendar is not None and calendar.organisers and (organiser is not None or by_organiser):
        address = organiser.address if organiser else ""
        if address not in calendar.organisers:
            raise Unusable(Trouble.OTHER_ORGANISER, address)
    if by_organiser:
        if sender and not speaks_for(organiser, sender, message):
            raise Unusable(Trouble.NOT_FROM, sender)
        return BY_ORGANISER[message.method](calendar, message), []
    if calendar is None:
        raise Unusable(Trouble.UNKNOWN_MEETING, message.uid)
    if message.method == "REPLY":
        return follow_reply(calendar, message, sender=sender)
    return follow_ask(calendar, message, sender=sender), []
