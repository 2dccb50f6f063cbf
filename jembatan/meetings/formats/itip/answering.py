"""What an attendee answers: a REPLY about each occurrence whose answer is new (RFC 5546 3.2.3)."""

from collections.abc import Iterator
from datetime import datetime

from jembatan.meetings.formats.itip.instance import SERIES, Instance
from jembatan.meetings.formats.itip.invited import Invited, invited_to
from jembatan.meetings.formats.itip.line import Line, line, text_line
from jembatan.meetings.formats.itip.message import SCHEDULING, Message, message, stamped
from jembatan.meetings.formats.itip.scheduled import Scheduled

DECLINED = "DECLINED"
ANSWER = ("CN", "SENT-BY", "DELEGATED-TO", "DELEGATED-FROM")


def answers_of(old: Scheduled | None, new: Scheduled | None, *, user: str, now: datetime) -> list[Message]:
    """At most one message, to the organiser. Who deletes a meeting declines it; so does who deletes an occurrence."""
    calendar = new or old
    asked = invited_to(new).get(user) or invited_to(old).get(user)
    if calendar is None or asked is None or _is_off(calendar):
        return []
    organiser = next(iter(calendar.organisers.values()), None)
    if organiser is None or organiser.parameter("SCHEDULE-AGENT").upper() == "CLIENT":
        return []
    forced = organiser.parameter("SCHEDULE-FORCE-SEND").upper() == "REPLY"
    said = {
        recurrence: answer
        for recurrence, (before, answer) in _answers(old, new, user).items()
        if answer and (forced or answer != before)
    }
    if not said:
        return []
    events = [_reply(calendar, recurrence, answer, asked, now) for recurrence, answer in said.items()]
    return [message("REPLY", asked.line, organiser, events, zones=calendar.zones)]


def reply(
    calendar: Scheduled, event: Instance, attendee: Line, *, now: datetime, comment: str = ""
) -> Message:
    """The answer that an ATTENDEE line says to one event, with a word to the organiser."""
    organiser = next(iter(calendar.organisers.values()))
    asked = Invited({event.recurrence: attendee})
    answer = asked.answer(event.recurrence)
    told = _reply(calendar, event.recurrence, answer, asked, now)
    if comment:
        told.lines.append(text_line("COMMENT", comment))
    return message("REPLY", attendee, organiser, [told], zones=calendar.zones)


def _answers(old: Scheduled | None, new: Scheduled | None, user: str) -> dict[str, tuple[str, str]]:
    """Before and now, by recurrence; nobody asked is "", and an unanswered question needs no answer to say so."""
    before, after = invited_to(old).get(user, Invited()), invited_to(new).get(user, Invited())
    found = {each: (before.answer(each), after.answer(each)) for each in {**before.lines, **after.lines}}
    if new is None:
        return {each: (answer, DECLINED) for each, (answer, _gone) in found.items()}
    for each, (answer, now_said) in found.items():
        found[each] = (answer or "NEEDS-ACTION", now_said)
    if after.answer(SERIES) not in {"", DECLINED}:
        known = _left_out(old)
        for each in _left_out(new):
            if each not in known:
                found[each] = (before.answer(each), DECLINED)
    return found


def _left_out(calendar: Scheduled | None) -> dict[str, Line]:
    series = calendar.series if calendar else None
    return series.moments("EXDATE") if series else {}


def _is_off(calendar: Scheduled) -> bool:
    return all(event.text("STATUS").upper() == "CANCELLED" for event in calendar.instances)


def _reply(calendar: Scheduled, recurrence: str, answer: str, asked: Invited, now: datetime) -> Instance:
    event = calendar.by_recurrence.get(recurrence)
    source = event or calendar.series or calendar.instances[0]
    attendee = asked.lines.get(recurrence, asked.line)
    kept = {name: value for name, value in attendee.parameters.items() if name.upper() in ANSWER}
    lines = [
        line("UID", source.text("UID")),
        stamped(now),
        *source.all("SEQUENCE")[:1],
        *_times(event, recurrence, calendar),
        *(source.all("SUMMARY") or calendar.instances[0].all("SUMMARY"))[:1],
        *_which(event, recurrence, calendar),
        next(iter(calendar.organisers.values())).changed(without=SCHEDULING),
        line("ATTENDEE", attendee.value, {"PARTSTAT": answer, **kept}),
    ]
    return Instance(lines, source.meaning, recurrence)


def _times(event: Instance | None, recurrence: str, calendar: Scheduled) -> Iterator[Line]:
    if event is None:
        yield from (each.renamed("DTSTART") for each in _deleted(recurrence, calendar))
        return
    yield from event.all("DTSTART")[:1]
    yield from (event.all("DTEND") or event.all("DURATION"))[:1]


def _which(event: Instance | None, recurrence: str, calendar: Scheduled) -> Iterator[Line]:
    if event is not None:
        yield from event.all("RECURRENCE-ID")[:1]
    elif recurrence != SERIES:
        yield from (each.renamed("RECURRENCE-ID") for each in _deleted(recurrence, calendar))


def _deleted(recurrence: str, calendar: Scheduled) -> Iterator[Line]:
    """The occurrence as the EXDATE that took it out says it; a day says that it is one."""
    if found := _left_out(calendar).get(recurrence):
        yield found
