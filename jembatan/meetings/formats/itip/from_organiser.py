"""What an organiser's REQUEST, CANCEL and ADD make of a calendar (RFC 5546 3.2.2, 3.2.4, 3.2.5)."""

from jembatan.meetings.formats.itip.instance import SERIES, Instance
from jembatan.meetings.formats.itip.line import Line, line, normal_address
from jembatan.meetings.formats.itip.occurrence import occurrence_of
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble, Unusable


def follow_request(calendar: Scheduled | None, message: Scheduled) -> Scheduled:
    """The meeting as it is now. Of a series that did not move, changes to days that the message leaves out stay."""
    received = message.copy()
    received.header = [each for each in received.header if each.name != "METHOD"]
    received.others = []
    if calendar is None:
        return received
    before = calendar.by_recurrence
    for event in received.instances:
        _refuse_older(event, before.get(event.recurrence))
        if known := before.get(event.recurrence):
            event.rest = event.rest or known.rest
    after = calendar.copy()
    series = received.series
    moved = series is not None and (known := before.get(SERIES)) and known.sequence < series.sequence
    named = received.by_recurrence
    kept = [] if moved else [each for each in after.instances if each.recurrence not in named]
    after.instances = sorted([*kept, *received.instances], key=lambda each: each.recurrence)
    after.zones = received.zones
    return after


def follow_cancel(calendar: Scheduled | None, message: Scheduled) -> Scheduled:
    """The meeting, or some of its days, called off."""
    if calendar is None:
        raise Unusable(Trouble.UNKNOWN_MEETING, message.uid)
    after = calendar.copy()
    for event in message.instances:
        off = after.instances if event.recurrence == SERIES else [_named(after, event)]
        for each in off:
            if event.sequence < each.sequence:
                raise Unusable(Trouble.OUTDATED, str(event.sequence))
        for each in off:
            if each.text("STATUS").upper() != "CANCELLED" or each.sequence != event.sequence:
                each.set(line("STATUS", "CANCELLED"))
                each.set(line("SEQUENCE", str(event.sequence)))
    return after


def follow_add(calendar: Scheduled | None, message: Scheduled) -> Scheduled:
    """More days of a meeting. Where a version between was missed, the organiser has to be asked for it (REFRESH)."""
    if calendar is None or calendar.series is None:
        raise Unusable(Trouble.UNKNOWN_MEETING, message.uid)
    after = calendar.copy()
    series = after.by_recurrence[SERIES]
    added = message.copy().instances
    sequence = max(each.sequence for each in added)
    if sequence <= series.sequence:
        raise Unusable(Trouble.OUTDATED, str(sequence))
    if sequence > series.sequence + 1:
        raise Unusable(Trouble.MISSED_SOME)
    for event in added:
        start = event.first("DTSTART")
        if start is None or event.recurrence != SERIES:
            raise Unusable(Trouble.NO_SUCH_DAY)
        series.lines.append(start.renamed("RDATE"))
        event.lines.append(start.renamed("RECURRENCE-ID"))
        after.instances.append(event)
    series.set(line("SEQUENCE", str(sequence)))
    after.zones = message.zones
    return after


def speaks_for(organiser: Line | None, sender: str, message: Scheduled) -> bool:
    """Whether a message of an organiser may come from this address: theirs, of who acts for them, of who delegates to us."""
    address = normal_address(sender)
    if organiser is None or address in {organiser.address, normal_address(organiser.parameter("SENT-BY"))}:
        return organiser is not None
    attendees = [each for event in message.instances for each in event.all("ATTENDEE")]
    return message.method == "REQUEST" and any(
        each.address == address and each.parameter("PARTSTAT").upper() == "DELEGATED" for each in attendees
    )


def _refuse_older(event: Instance, known: Instance | None) -> None:
    if known is None:
        return
    if event.sequence < known.sequence:
        raise Unusable(Trouble.OUTDATED, str(event.sequence))
    stamps = event.stamp, known.stamp
    if event.sequence == known.sequence and stamps[0] and stamps[1] and stamps[0] < stamps[1]:
        raise Unusable(Trouble.REPLAYED)


def _named(calendar: Scheduled, event: Instance) -> Instance:
    """The event of this calendar that the message means; a new one stands at its end."""
    recurrence = event.first("RECURRENCE-ID")
    assert recurrence is not None
    found = occurrence_of(calendar, recurrence, event.moment("RECURRENCE-ID"))
    if found is None:
        raise Unusable(Trouble.NO_SUCH_DAY, recurrence.value)
    if not any(found is each for each in calendar.instances):
        calendar.instances.append(found)
    return found
