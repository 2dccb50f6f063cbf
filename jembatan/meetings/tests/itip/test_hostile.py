"""Bytes that nobody would send: nothing raises, and what is not followed changes nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.formats.itip.receive import receive
from jembatan.meetings.formats.itip.scheduled import read_scheduled
from jembatan.meetings.formats.itip.trouble import Unusable
from jembatan.meetings.tests.itip.calendars import BUDI, NOW, RATNA, SARI, TIMES, WEEKLY, calendar, lines

NAMES = st.sampled_from(
    [
        "UID",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "RECURRENCE-ID",
        "RRULE",
        "EXDATE",
        "RDATE",
        "STATUS",
        "DTSTAMP",
        "SUMMARY",
    ]
)
VALUES = st.one_of(
    st.sampled_from(
        [
            *(
                "rapat",
                "2",
                "-1",
                "99999999999999999999",
                "20260312T070000Z",
                "20260312T140000",
                "20260312",
                "00000000",
            ),
            *(
                "FREQ=WEEKLY",
                "FREQ=SECONDLY",
                "FREQ=WEEKLY;UNTIL=99991231",
                "CANCELLED",
                "99991231T235959Z",
                "00010101T000000",
                "19700101",
            ),
        ]
    ),
    st.text(max_size=20),
)
PARAMETERS = st.sampled_from(
    ["", ";TZID=Asia/Jakarta", ";TZID=Bohong", ";VALUE=DATE", ";RANGE=THISANDFUTURE", ";X", '="']
)
ADDRESSES = st.sampled_from(
    [
        RATNA,
        SARI,
        BUDI,
        "ORGANIZER:",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:sari@mitra.example",
        "ATTENDEE:x",
        "ATTENDEE",
    ]
)
WRITTEN = st.builds("{}{}:{}".format, NAMES, PARAMETERS, VALUES)
EVENTS = st.lists(st.lists(st.one_of(WRITTEN, ADDRESSES), max_size=9).map("\n".join), max_size=3)
METHODS = st.sampled_from(
    ["REQUEST", "REPLY", "CANCEL", "ADD", "COUNTER", "REFRESH", "DECLINECOUNTER", "PUBLISH", "X"]
)


@given(raw=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    message, _file = read_scheduled(raw)

    assert receive(calendar(f"{WEEKLY}\n{RATNA}\n{SARI}"), message).changed is False


@given(events=EVENTS, method=METHODS)
def test_any_message_leaves_a_calendar_that_can_be_read(events: list[str], method: str) -> None:
    before = calendar(f"SEQUENCE:1\n{WEEKLY}\n{RATNA}\n{SARI}")
    raw = before.to_ical()
    bodies = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    message, _file = read_scheduled(f"BEGIN:VCALENDAR\nMETHOD:{method}\n{bodies}END:VCALENDAR\n".encode())

    outcome = receive(before, message)

    assert before.to_ical() == raw
    assert outcome.calendar is not None
    again, _file = read_scheduled(outcome.calendar.to_ical())
    assert again is not None
    assert outcome.changed or outcome.calendar.to_ical() == raw


@example(
    old=[
        "UID:rapat\nORGANIZER;CN=Ratna:mailto:ratna@kantor.example",
        "UID:rapat\nATTENDEE:mailto:sari@mitra.example",
    ],
    new=["UID:rapat\nSTATUS:CANCELLED"],
    user="ratna@kantor.example",
)
@given(old=EVENTS, new=EVENTS, user=st.sampled_from(["ratna@kantor.example", "sari@mitra.example", "", "x"]))
def test_any_change_sends_messages_that_can_be_read(old: list[str], new: list[str], user: str) -> None:
    calendars = []
    for events in (old, new):
        bodies = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
        calendars.append(read_scheduled(f"BEGIN:VCALENDAR\n{bodies}END:VCALENDAR\n".encode())[0])

    try:
        messages = compose(*calendars, user=user, now=NOW)
    except Unusable:
        return

    for each in messages:
        assert read_scheduled(each.ics)[0] is not None
        assert f"METHOD:{each.method}" in lines(each.ics)


@given(
    sequence=st.integers(0, 9),
    answer=st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]),
    weekly=st.booleans(),
)
def test_invitation_that_is_sent_received_and_answered_comes_to_rest(
    sequence: int, answer: str, weekly: bool
) -> None:
    ours = calendar(f"SEQUENCE:{sequence}\n{WEEKLY if weekly else TIMES}\n{RATNA}\n{SARI}")
    (request,) = compose(None, ours, user="ratna@kantor.example", now=NOW)
    theirs = receive(None, read_scheduled(request.ics)[0], sender="ratna@kantor.example").calendar
    assert theirs is not None
    answered = theirs.copy()
    (attendee,) = answered.instances[0].all("ATTENDEE")
    answered.instances[0].replace(attendee, attendee.changed(PARTSTAT=answer))
    (reply,) = compose(theirs, answered, user="sari@mitra.example", now=NOW)

    once = receive(ours, read_scheduled(reply.ics)[0], sender="sari@mitra.example")
    twice = receive(once.calendar, read_scheduled(reply.ics)[0], sender="sari@mitra.example")

    assert once.calendar is not None
    assert f"PARTSTAT={answer}" in once.calendar.to_ical().decode().replace("\r\n ", "")
    assert (once.changed, once.troubles, twice.changed) == (True, (), False)
