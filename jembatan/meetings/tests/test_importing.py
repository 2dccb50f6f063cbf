"""Calendars and logs, from file to meetings, guests and journal, and back."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.journal.models import Entry
from jembatan.meetings.models import Attendance, Meeting, Occurrence
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:one@mitra.example
SEQUENCE:{sequence}
DTSTART;TZID=Asia/Jakarta:20240305T140000
DTEND;TZID=Asia/Jakarta:20240305T150000
SUMMARY:{title}
LOCATION:Ruang Rapat 2
ORGANIZER;CN=Bagus:mailto:bagus@selatnusantara.example
ATTENDEE;CN=Retno Wulan;PARTSTAT=ACCEPTED:mailto:retno@mitra.example
ATTENDEE;CUTYPE=ROOM;CN=Aula:mailto:aula@mitra.example
END:VEVENT
BEGIN:VTODO
UID:two@mitra.example
SUMMARY:Kirim draf
END:VTODO
END:VCALENDAR
"""
LOG = """Laporan pertemuan 2024,,,
Pejabat,Tanggal,Instansi,Tujuan
Direktur A,Jan-24,"Alpha, Beta, Gamma",Perkenalan
,3 Feb,Alpha,Lanjutan
,bukan tanggal,Beta,Lain
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def calendar(folder: Path, *, title: str = "Bilateral", sequence: int = 0) -> Path:
    return write(folder, "rapat.ics", CALENDAR.format(title=title, sequence=sequence))


@pytest.fixture
def retno(head: Actor) -> Person:
    person = Person.objects.create(
        desk=head.desk,
        full_name="Retno Wulan",
        name_folded="retno wulan",
        search_text=" retno",
        sort_key="retno wulan",
    )
    address = "retno@mitra.example"
    ContactPoint.objects.create(desk=head.desk, person=person, kind="email", value=address, normal=address)
    return person


def test_calendar_becomes_a_meeting_with_linked_guests_and_a_line_in_the_journal(
    tmp_path: Path, officer: Actor, retno: Person
) -> None:
    result = import_now(officer, [calendar(tmp_path)])

    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.zone, meeting.clock) == ("Bilateral", "Asia/Jakarta", "zoned")
    assert meeting.begins.isoformat() == "2024-03-05T07:00:00+00:00"
    guests = Attendance.objects.order_by("-organiser").values_list("name", "person", "ours", "status")
    assert list(guests) == [("Bagus", None, True, "accepted"), ("Retno Wulan", retno.pk, False, "accepted")]
    entry = Entry.objects.get(kind="meeting.held")
    assert (entry.summary, entry.source_id, entry.parties.get().person_id) == (
        "Bilateral",
        meeting.pk,
        retno.pk,
    )
    assert Occurrence.objects.get().starts_at == meeting.starts_at
    batch = result.batch
    assert (batch.read, batch.filed, batch.quarantined) == (2, 1, 1)


def test_calendar_imported_again_changes_nothing(tmp_path: Path, officer: Actor) -> None:
    import_now(officer, [calendar(tmp_path)])

    batch = import_now(officer, [calendar(tmp_path)]).batch

    assert (batch.filed, batch.updated, batch.duplicates, batch.quarantined) == (0, 0, 1, 1)
    assert Entry.objects.filter(kind__startswith="meeting").count() == 1


def test_newer_sequence_updates_the_meeting_but_not_what_people_changed(
    tmp_path: Path, officer: Actor
) -> None:
    import_now(officer, [calendar(tmp_path)])
    Meeting.objects.update(location="Ruang 9", edited=["location"])

    batch = import_now(officer, [calendar(tmp_path, title="Bilateral II", sequence=1)]).batch

    meeting = Meeting.objects.get()
    assert (batch.updated, meeting.title, meeting.location, meeting.version) == (
        1,
        "Bilateral II",
        "Ruang 9",
        2,
    )


def test_older_sequence_is_a_duplicate(tmp_path: Path, officer: Actor) -> None:
    import_now(officer, [calendar(tmp_path, sequence=3)])

    batch = import_now(officer, [calendar(tmp_path, title="Alt", sequence=2)]).batch

    assert (batch.duplicates, Meeting.objects.get().title) == (1, "Bilateral")


def test_rollback_removes_what_was_filed(tmp_path: Path, officer: Actor) -> None:
    batch = import_now(officer, [calendar(tmp_path)]).batch

    taken = roll_back(officer, batch)

    assert (taken.removed, taken.kept) == (1, 0)
    assert not Meeting.objects.exists()
    assert not Occurrence.objects.exists()


def test_rollback_of_an_update_restores_the_meeting_as_it_was(tmp_path: Path, officer: Actor) -> None:
    import_now(officer, [calendar(tmp_path)])
    second = import_now(officer, [calendar(tmp_path, title="Lain", sequence=1)]).batch

    roll_back(officer, second)

    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.sequence, meeting.version, meeting.attendances.count()) == (
        "Bilateral",
        0,
        1,
        2,
    )


def test_rollback_keeps_what_people_changed(tmp_path: Path, officer: Actor) -> None:
    batch = import_now(officer, [calendar(tmp_path)]).batch
    Meeting.objects.update(version=2)

    taken = roll_back(officer, batch)

    assert (taken.removed, taken.kept, Meeting.objects.count()) == (0, 1, 1)


def test_log_becomes_meetings_as_precise_as_it_says(tmp_path: Path, officer: Actor) -> None:
    batch = import_now(officer, [write(tmp_path, "log.csv", LOG)], kind="meetings").batch

    month, day = Meeting.objects.order_by("starts_at")
    assert (batch.read, batch.filed, batch.quarantined) == (3, 2, 1)
    assert (month.precision, str(month.starts_at.date()), str(month.ends_at.date())) == (
        "month",
        "2024-01-01",
        "2024-02-01",
    )
    assert (day.precision, str(day.starts_at.date())) == ("day", "2024-02-03")
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["Alpha", "Beta", "Gamma"]
    assert day.attendances.get(ours=True).name == "Direktur A"
    assert Entry.objects.get(source_kind="meeting", source_id=month.pk).precision == "month"
    assert Entry.objects.get(source_kind="meeting", source_id=month.pk).parties.count() == 3


def test_log_imported_again_changes_nothing(tmp_path: Path, officer: Actor) -> None:
    path = write(tmp_path, "log.csv", LOG)
    import_now(officer, [path], kind="meetings")

    batch = import_now(officer, [path], kind="meetings").batch

    assert (batch.filed, batch.duplicates, Meeting.objects.count()) == (0, 2, 2)


def test_log_links_an_organisation_that_the_directory_has(tmp_path: Path, officer: Actor) -> None:
    known = Organisation.objects.create(
        desk=officer.desk, name="ALPHA", name_folded="alpha", search_text=" alpha"
    )

    import_now(officer, [write(tmp_path, "log.csv", LOG)], kind="meetings")

    assert known.attendances.count() == 2
    assert Organisation.objects.filter(name_folded="alpha").count() == 1


def test_rollback_of_a_log_removes_the_organisations_it_made_unless_they_are_used(
    tmp_path: Path, officer: Actor
) -> None:
    batch = import_now(officer, [write(tmp_path, "log.csv", LOG)], kind="meetings").batch
    beta = Organisation.objects.get(name="Beta")
    ContactPoint.objects.create(desk=officer.desk, organisation=beta, kind="phone", value="021", normal="021")

    taken = roll_back(officer, batch)

    assert (taken.removed, taken.kept) == (4, 1)
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Beta"]


def test_broken_rule_is_told_and_the_meeting_takes_place_once(tmp_path: Path, officer: Actor) -> None:
    text = CALENDAR.format(title="Aneh", sequence=0).replace("SEQUENCE:0", "RRULE:FREQ=WEEKLY;UNTL=20250101")
    result = import_now(officer, [write(tmp_path, "aneh.ics", text)])

    assert Occurrence.objects.count() == 1
    assert any("UNTL" in problem.reason for problem in result.problems)


def test_line_of_an_imported_meeting_is_of_whoever_invited_and_not_of_the_importer(
    tmp_path: Path, head: Actor, officer: Actor, second_officer: Actor
) -> None:
    import_now(head, [calendar(tmp_path)])
    log = "Pejabat,Tanggal,Instansi,Tujuan\nMaria Lengkong,3 Feb 2024,Alpha,Lanjutan\nOrang Luar,4 Feb 2024,Alpha,Lagi\n"
    import_now(head, [write(tmp_path, "log.csv", log)])
    lines = Entry.objects.filter(kind="meeting.held").order_by("-occurred_at")
    assert [(entry.user, entry.actor_name) for entry in lines] == [
        (officer.user, "Bagus Prasetyo"),
        (None, "Orang Luar"),
        (second_officer.user, "Maria Lengkong"),
    ]
