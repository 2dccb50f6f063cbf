"""What an attendee's REPLY makes of the organiser's calendar, and what only asks: COUNTER, REFRESH (RFC 5546 3.2.3, 3.2.6, 3.2.7)."""

from datetime import UTC, datetime

from jembatan.meetings.formats.itip.answer import Answer, answers_in, trouble_with
from jembatan.meetings.formats.itip.instance import SERIES, Instance
from jembatan.meetings.formats.itip.line import Line, line
from jembatan.meetings.formats.itip.message import ANSWERED
from jembatan.meetings.formats.itip.occurrence import occurrence_of
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Told, Trouble, Unusable


def follow_reply(calendar: Scheduled, message: Scheduled, *, sender: str = "") -> tuple[Scheduled, Told]:
    """Each answer that counts stands in the calendar. Who was not asked and comes is added, and told as a trouble."""
    after = calendar.copy()
    troubles: Told = []
    for answer in answers_in(message):
        event = _answered(after, answer)
        if event is None:
            troubles.append((Trouble.NO_SUCH_DAY, answer.event.text("RECURRENCE-ID")))
            continue
        attendee = next((each for each in event.all("ATTENDEE") if each.address == answer.address), None)
        if trouble := trouble_with(
            answer,
            sequence=event.sequence,
            answered=_when(attendee.parameter(ANSWERED)) if attendee else None,
            sender=sender,
        ):
            troubles.append(trouble)
            continue
        if attendee is None:
            troubles.append((Trouble.NOT_INVITED, answer.address))
        is_new = not any(event is each for each in after.instances)
        _write(event, attendee, answer, is_new=is_new)
        if is_new:
            after.instances.append(event)
    return after, troubles


def follow_ask(calendar: Scheduled, message: Scheduled, *, sender: str = "") -> Scheduled:
    """COUNTER and REFRESH change nothing by themselves. Raises `Unusable` unless an attendee asks."""
    invited = {each.address for event in calendar.instances for each in event.all("ATTENDEE")}
    asking = [each for event in message.instances for each in event.all("ATTENDEE")]
    if not any(each.address in invited for each in asking):
        raise Unusable(Trouble.NOT_INVITED, next((each.address for each in asking), ""))
    if sender and not any(Answer(each, message.instances[0]).is_from(sender) for each in asking):
        raise Unusable(Trouble.NOT_FROM, sender)
    return calendar


def _answered(calendar: Scheduled, answer: Answer) -> Instance | None:
    recurrence = answer.event.first("RECURRENCE-ID")
    if recurrence is None:
        return calendar.by_recurrence.get(SERIES)
    return occurrence_of(calendar, recurrence, answer.event.moment("RECURRENCE-ID"))


def _write(event: Instance, attendee: Line | None, answer: Answer, *, is_new: bool) -> None:
    if attendee is None:
        kept = {k: v for k, v in answer.line.parameters.items() if k.upper() not in {"RSVP", ANSWERED}}
        event.lines.append(line("ATTENDEE", answer.line.value, kept))
        return
    said = {"PARTSTAT": answer.status}
    if not is_new:
        said["SCHEDULE_STATUS"] = answer.event.text("REQUEST-STATUS").partition(";")[0] or "2.0"
    if answer.delegate:
        said["DELEGATED_TO"] = answer.line.parameter("DELEGATED-TO")
    if answer.stamp:
        said[ANSWERED] = f"{answer.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    event.replace(attendee, attendee.changed(without=("RSVP",), **said))
    if answer.delegate and not any(each.address == answer.delegate for each in event.all("ATTENDEE")):
        kept = {k: v for k, v in attendee.parameters.items() if k.upper() in {"CUTYPE", "ROLE"}}
        asked = {**kept, "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE", "DELEGATED-FROM": attendee.value}
        event.lines.append(line("ATTENDEE", answer.line.parameter("DELEGATED-TO"), asked))


def _when(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
