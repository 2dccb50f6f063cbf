"""What is wrong with a calendar is told in whole sentences, with its line, in the language of whoever reads."""

from pathlib import Path

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.calendars import read_calendars
from jembatan.meetings.formats.defect import Defect, Fault
from jembatan.meetings.queries.faults import SENTENCES, told
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.models import QuarantinedItem
from jembatan.platform.imports.reasons import told as reason_told

BROKEN = """BEGIN:VCALENDAR
VERSION:2.0
stray
BEGIN:VEVENT
UID:one@partner.example
DTSTART;TZID=Mars/Olympus:20260304T140000
DTEND;TZID=Mars/Olympus:20260304T130000
SUMMARY:Bilateral
RDATE:tomorrow
END:VEVENT
BEGIN:VEVENT
UID:two@partner.example
SUMMARY:When
END:VEVENT
BEGIN:VTODO
UID:three@partner.example
END:VTODO
BEGIN:X-NOTE
END:X-NOTE
END:VALARM
"""


def test_every_fault_has_a_sentence() -> None:
    assert SENTENCES.keys() == set(Fault)
    for fault in Fault:
        assert "%(" not in told(Defect(1, fault, "this", "that"))


def test_faults_of_a_file_are_told_by_line(tmp_path: Path, officer: Actor) -> None:
    path = tmp_path / "rapat.ics"
    path.write_text(BROKEN)

    problems = import_now(officer, [path]).problems
    told_of = [(each.source.rpartition(":")[2], reason_told(each.reason)) for each in problems]

    assert ("20", "END:VALARM closes nothing.") in told_of
    assert ("1", "VCALENDAR has no END.") in told_of
    assert ("4", "Nobody knows the zone Mars/Olympus: the time is kept as a wall clock's.") in told_of
    assert ("4", "The event ends before it begins: its two times are exchanged.") in told_of
    assert any(reason.startswith("This line could not be read: ") for line, reason in told_of if line == "3")
    set_aside = QuarantinedItem.objects.order_by("position")
    assert [(each.position, reason_told(each.reason)) for each in set_aside] == [
        (11, "The event does not say when it begins (DTSTART)."),
        (15, "This is a task (VTODO), not a meeting."),
        (18, "This is no meeting but a X-NOTE."),
    ]


def test_readers_say_what_they_found_and_nothing_in_words() -> None:
    defects = read_calendars(b"BEGIN:VEVENT\r\n").defects

    assert defects == [Defect(1, Fault.NO_END, "VEVENT")]
