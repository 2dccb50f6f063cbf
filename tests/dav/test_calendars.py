"""The desk's calendar in other programs, by CalDAV."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.dossiers.actions.access import add_member, remove_member, restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting, Occurrence
from jembatan.platform.markings import Marking
from tests.dav.program import Program, program_of

TOMORROW = datetime(2027, 3, 4, 3, 0, tzinfo=UTC)
NEW = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Telephone//EN
BEGIN:VEVENT
UID:B1-55
DTSTAMP:20270101T000000Z
DTSTART;TZID=Asia/Jakarta:20270304T100000
DTEND;TZID=Asia/Jakarta:20270304T113000
SUMMARY:Rapat pelabuhan
LOCATION:Ruang 2
DESCRIPTION:Bawa peta
X-TRAVEL-TIME:PT30M
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Rapat
END:VALARM
END:VEVENT
END:VCALENDAR
"""
WEEKLY = NEW.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY")
CHANGED_DAY = """BEGIN:VEVENT
UID:B1-55
DTSTAMP:20270101T000000Z
RECURRENCE-ID;TZID=Asia/Jakarta:20270311T100000
DTSTART;TZID=Asia/Jakarta:20270311T140000
DTEND;TZID=Asia/Jakarta:20270311T150000
SUMMARY:Rapat pelabuhan sore
END:VEVENT
END:VCALENDAR
"""


def _plan(actor: Actor, title: str = "Rapat", **more: Any) -> Meeting:
    times = Times(TOMORROW, TOMORROW + timedelta(hours=1))
    return plan_meeting(actor, title, times=times, zone="Asia/Jakarta", allowed=True, **more)


def _put(program: Program, name: str, text: str, **headers: str) -> Any:
    body = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return program.ask("PUT", program.book("meetings") + name, body, content_type="text/calendar", **headers)


def _only(program: Program) -> str:
    (name,) = program.sync("meetings")[1]
    return name


def test_planned_meeting_is_served(officer: Actor) -> None:
    _plan(officer, "Rapat kerja", location="Ruang 1", description="Bawa peta", marking=Marking.AMBER)
    program = program_of(officer)
    lines = program.text("meetings", _only(program)).split("\r\n")
    assert "DTSTART;TZID=Asia/Jakarta:20270304T100000" in lines
    assert "SUMMARY:Rapat kerja" in lines
    assert "X-TLP:TLP:AMBER" in lines
    assert "DESCRIPTION:TLP:AMBER\\n\\nBawa peta" in lines
    assert "BEGIN:VTIMEZONE" in lines


def test_new_meeting_is_planned_with_a_line_in_the_journal(drafter: Actor) -> None:
    program = program_of(drafter)
    assert _put(program, "mine.ics", NEW, if_none_match="*").status_code == 201
    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.location, meeting.description) == (
        "Rapat pelabuhan",
        "Ruang 2",
        "Bawa peta",
    )
    assert (meeting.starts_at, meeting.zone) == (TOMORROW, "Asia/Jakarta")
    assert Entry.objects.get(source_kind="meeting", source_id=meeting.pk).kind == "meeting.planned"
    served = program.text("meetings", "mine.ics")
    assert "X-TRAVEL-TIME:PT30M" in served
    assert "TRIGGER:-PT15M" in served


def test_moved_meeting_is_moved_and_nothing_else(officer: Actor) -> None:
    meeting = _plan(officer, "Rapat kerja", description="Bawa peta", marking=Marking.AMBER)
    program = program_of(officer)
    name = _only(program)
    text = program.text("meetings", name)
    assert (
        _put(program, name, text.replace("T100000", "T130000").replace("T110000", "T140000")).status_code
        == 204
    )
    meeting.refresh_from_db()
    assert meeting.starts_at == TOMORROW + timedelta(hours=3)
    assert (meeting.title, meeting.description, meeting.marking) == (
        "Rapat kerja",
        "Bawa peta",
        Marking.AMBER,
    )
    assert "Moved to" in Entry.objects.latest("id").summary
    assert meeting.occurrences.get().starts_at == meeting.starts_at


def test_what_comes_back_as_it_was_served_writes_no_line(officer: Actor) -> None:
    _plan(officer, "Rapat; kerja, \\ besar", description="Satu\nDua", marking=Marking.AMBER)
    program = program_of(officer)
    name, lines = _only(program), Entry.objects.count()
    before = program.text("meetings", name)
    assert _put(program, name, before).status_code == 204
    assert Entry.objects.count() == lines
    assert Meeting.objects.get().description == "Satu\nDua"


def test_series_with_a_changed_day_and_a_lost_one(officer: Actor) -> None:
    program = program_of(officer)
    assert _put(program, "s.ics", WEEKLY).status_code == 201
    served = program.text("meetings", "s.ics")
    changed = served.replace("END:VCALENDAR\r\n", CHANGED_DAY)
    assert _put(program, "s.ics", changed).status_code == 204
    days = [f"{one.starts_at:%d %H}" for one in _occurrences()]
    assert days == ["04 03", "11 07", "18 03", "25 03"]
    served = program.text("meetings", "s.ics")
    assert served.count("BEGIN:VEVENT") == 2
    fewer = served.replace("RRULE:", "EXDATE;TZID=Asia/Jakarta:20270318T100000\r\nRRULE:")
    assert _put(program, "s.ics", fewer).status_code == 204
    assert [f"{one.starts_at:%d}" for one in _occurrences()] == ["04", "11", "25"]


def test_deleted_meeting_is_called_off_and_comes_back_by_its_uid(officer: Actor) -> None:
    program = program_of(officer)
    _put(program, "mine.ics", NEW)
    token = program.sync("meetings")[0]
    assert program.ask("DELETE", program.book("meetings") + "mine.ics").status_code == 200
    assert Meeting.objects.get().is_cancelled
    token, changed, gone = program.sync("meetings", token)
    assert (changed, gone) == (set(), {"mine.ics"})
    assert _put(program, "again.ics", NEW, if_none_match="*").status_code == 201
    assert not Meeting.objects.get().is_cancelled
    assert program.sync("meetings", token)[1] == {"again.ics"}


def test_cancelled_by_the_program_leaves_the_book(officer: Actor) -> None:
    program = program_of(officer)
    _put(program, "mine.ics", NEW)
    text = program.text("meetings", "mine.ics").replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
    assert _put(program, "mine.ics", text).status_code == 204
    assert Meeting.objects.get().is_cancelled
    assert program.sync("meetings")[1] == set()


def test_change_of_somebody_else_in_between_is_met(officer: Actor) -> None:
    meeting = _plan(officer)
    program = program_of(officer)
    name = _only(program)
    etag = program.ask("GET", program.book("meetings") + name).headers["ETag"]
    text = program.text("meetings", name)
    change_meeting(officer, meeting, "title", "Rapat lain", version=1)
    assert _put(program, name, text.replace("T100000", "T090000"), if_match=etag).status_code == 412
    assert Meeting.objects.get().starts_at == TOMORROW


def test_reader_reads_and_is_told_why_no_more(officer: Actor, reader: Actor) -> None:
    _plan(officer)
    program = program_of(reader)
    name = _only(program)
    answer = _put(program, name, program.text("meetings", name))
    assert (answer.status_code, "read this and not change" in answer.content.decode()) == (403, True)
    assert program.ask("DELETE", program.book("meetings") + name).status_code == 403
    assert not Meeting.objects.get().is_cancelled


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (NEW.replace("VEVENT", "VTODO").replace("DTEND", "DUE"), "neither tasks nor notes"),
        (NEW.replace("20270304T113000", "20290304T113000"), "longer than a year"),
    ],
)
def test_refused_meeting_says_why(text: str, sentence: str, officer: Actor) -> None:
    answer = _put(program_of(officer), "x.ics", text)
    assert (answer.status_code, sentence in answer.content.decode()) == (403, True)
    assert Meeting.objects.count() == 0


def test_restricted_meeting_is_nowhere_for_those_outside(officer: Actor, second_officer: Actor) -> None:
    inside, outside = program_of(officer), program_of(second_officer)
    dossier = open_dossier(officer, "Perkara")
    meeting = _plan(officer, "Wisanggeni")
    name = _only(outside)
    token = outside.sync("meetings")[0]
    change_meeting(officer, meeting, "dossier", dossier, version=1)
    token, _changed, _gone = outside.sync("meetings", token)
    restrict(officer, dossier)
    assert outside.ask("GET", outside.book("meetings") + name).status_code == 404
    assert outside.ask("DELETE", outside.book("meetings") + name).status_code == 404
    refused = outside.ask("REPORT", outside.book("meetings"), SYNC.format(token=token))
    assert b"valid-sync-token" in refused.content
    assert outside.sync("meetings")[1] == set()
    assert inside.sync("meetings")[1] == {name}
    assert "Wisanggeni" not in str(outside.ask("REPORT", outside.book("meetings"), QUERY).content)
    assert "Wisanggeni" in str(inside.ask("REPORT", inside.book("meetings"), QUERY).content)
    assert _put(outside, "x.ics", NEW.replace("B1-55", meeting.uid)).status_code in {403, 409, 412}
    assert Meeting.objects.get().title == "Wisanggeni"


def test_meeting_that_moves_behind_a_wall_is_told_gone_and_its_later_life_is_not(
    officer: Actor, second_officer: Actor
) -> None:
    dossier = open_dossier(officer, "Perkara")
    restrict(officer, dossier)
    outside = program_of(second_officer)
    meeting = _plan(officer)
    name = _only(outside)
    token = outside.sync("meetings")[0]
    meeting = change_meeting(officer, meeting, "dossier", dossier, version=1)
    token, changed, gone = outside.sync("meetings", token)
    assert (changed, gone) == (set(), {name})
    change_meeting(officer, meeting, "title", "Lain", version=meeting.version)
    _plan(officer, "Baru", dossier=dossier)
    assert outside.sync("meetings", token)[1:] == (set(), set())


def test_who_joins_and_leaves_a_dossier_gains_and_loses_its_meetings(
    officer: Actor, second_officer: Actor
) -> None:
    dossier = open_dossier(officer, "Perkara")
    restrict(officer, dossier)
    _plan(officer, dossier=dossier)
    program = program_of(second_officer)
    assert program.sync("meetings")[1] == set()
    assert second_officer.user is not None
    add_member(officer, dossier, second_officer.user)
    assert len(program.sync("meetings")[1]) == 1
    remove_member(officer, dossier, second_officer.user)
    assert program.sync("meetings")[1] == set()


def test_time_range_finds_single_meetings_and_days_of_series(officer: Actor) -> None:
    program = program_of(officer)
    _put(program, "s.ics", WEEKLY)
    _put(program, "one.ics", NEW.replace("B1-55", "B2").replace("20270304", "20270401"))
    found = program.ask("REPORT", program.book("meetings"), QUERY).content.decode()
    assert ("s.ics" in found, "one.ics" in found) == (True, False)


def test_guests_of_the_program_are_guests_of_the_meeting(officer: Actor, budi: Person) -> None:
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value="budi@laut.example")
    asked = "ATTENDEE;CN=Budi;PARTSTAT=NEEDS-ACTION:mailto:budi@laut.example\n"
    program = program_of(officer)
    _put(program, "mine.ics", NEW.replace("X-TRAVEL", f"{asked}X-TRAVEL"))
    meeting = Meeting.objects.get()
    assert meeting.attendances.get().person == budi
    served = program.text("meetings", "mine.ics")
    assert _put(program, "mine.ics", served.replace("NEEDS-ACTION", "ACCEPTED")).status_code == 204
    assert meeting.attendances.get().status == "accepted"
    served = program.text("meetings", "mine.ics")
    without = "\r\n".join(line for line in served.split("\r\n") if "ATTENDEE" not in line)
    assert _put(program, "mine.ics", without).status_code == 204
    assert meeting.attendances.count() == 0


def test_guest_without_an_address_stays(officer: Actor, ministry: Organisation) -> None:
    meeting = _plan(officer, parties=[ministry])
    program = program_of(officer)
    name = _only(program)
    assert (
        _put(program, name, program.text("meetings", name).replace("Rapat", "Rapat besar")).status_code == 204
    )
    assert meeting.attendances.get(ours=False).organisation == ministry
    assert Meeting.objects.get().title == "Rapat besar"


def test_guest_without_an_address_is_on_the_telephone_by_name(officer: Actor, ministry: Organisation) -> None:
    meeting = _plan(officer, parties=[ministry])
    guest = meeting.attendances.get(ours=False)
    program = program_of(officer)
    name = _only(program)
    served = program.text("meetings", name)
    written = f"ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:urn:jembatan:guest:{guest.pk}"
    (theirs,) = [line for line in served.split("\r\n") if written in line]
    assert str(ministry) in theirs

    # Some programs drop whom they cannot write to, some write them in their own way, and may add one.
    for changed in (
        served.replace(f"{theirs}\r\n", ""),
        served.replace(f"urn:jembatan:guest:{guest.pk}", "invalid:nomail"),
    ):
        assert _put(program, name, changed.replace("Rapat", "Rapat besar")).status_code == 204
        assert [str(each) for each in meeting.attendances.filter(ours=False)] == [str(ministry)]
    assert (
        _put(
            program, name, served.replace(theirs, f"{theirs}\r\n{theirs.replace(str(ministry), 'Pak Made')}")
        ).status_code
        == 204
    )
    assert sorted(map(str, meeting.attendances.filter(ours=False))) == sorted([str(ministry), "Pak Made"])


def test_free_busy_tells_when_and_not_what(officer: Actor) -> None:
    program = program_of(officer)
    _put(program, "s.ics", WEEKLY)
    text = program.ask("REPORT", program.book("meetings"), FREE_BUSY, depth="1").content.decode()
    assert "FREEBUSY;FBTYPE=BUSY:20270318T030000Z/20270318T043000Z" in text
    assert "pelabuhan" not in text


def _occurrences() -> Any:
    return Occurrence.objects.order_by("starts_at")


SYNC = (
    '<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><sync-level>1</sync-level>'
    "<prop><getetag/></prop></sync-collection>"
)
QUERY = (
    '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/><C:calendar-data/></prop>'
    '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
    '<C:time-range start="20270301T000000Z" end="20270320T000000Z"/>'
    "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
)
FREE_BUSY = (
    '<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">'
    '<C:time-range start="20270317T000000Z" end="20270320T000000Z"/></C:free-busy-query>'
)


def test_guests_marked_red_are_not_named_on_telephones(officer: Actor) -> None:
    """The meeting itself may leave the desk; who is for the eyes of those alone that look them up does not, and comes back by nobody's hand."""
    sari, budi = add_person(officer, "Sari"), add_person(officer, "Budi")
    meeting = _plan(officer, parties=[sari, budi], marking=Marking.AMBER_STRICT)
    program = program_of(officer)
    token, (name,), _gone = program.sync("meetings")
    assert "Budi" in program.text("meetings", name)

    Person.objects.filter(pk=budi.pk).update(marking=Marking.RED)

    assert program.sync("meetings", token)[1] == {name}
    served = program.text("meetings", name)
    assert ("Sari" in served, "Budi" in served) == (True, False)
    assert _put(program, name, served.replace("SUMMARY:Rapat", "SUMMARY:Rapat baru")).status_code == 204
    assert set(meeting.attendances.filter(ours=False).values_list("name", flat=True)) == {"Sari", "Budi"}
