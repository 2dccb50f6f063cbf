"""vdirsyncer, a program of others, keeps a folder the same as our books: both ways, deletions, conflicts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint, Person
from jembatan.meetings.models import Meeting
from tests.dav.clients import Folder
from tests.dav.program import program_of
from tests.dav.test_calendars import NEW, TOMORROW

pytestmark = pytest.mark.django_db(transaction=True)
type FolderOf = Callable[[Actor, str], Folder]
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nN:;{name};;;\r\nEND:VCARD\r\n"


@pytest.fixture
def folder_of(tmp_path: Path, live_server: LiveServer) -> FolderOf:
    return lambda actor, kind: Folder(tmp_path, live_server.url, program_of(actor), kind)


def test_people_come_and_go_both_ways(officer: Actor, folder_of: FolderOf) -> None:
    add_person(officer, "Tetap")  # vdirsyncer empties no folder without being told twice
    budi = add_person(officer, "Budi Santoso", phone="+62 21 3456 7890")
    folder = folder_of(officer, "people")
    folder.sync()
    folder.change(folder.of("FN:Budi Santoso"), "7890", "7891")
    (folder.path / "sari.vcf").write_text(CARD.format(uid="sari-1", name="Sari Dewi"), newline="")
    folder.sync()
    assert budi.contact_points.get().value == "+62 21 3456 7891"
    sari = Person.objects.get(full_name="Sari Dewi")
    add_contact_point(officer, sari, kind=ContactPoint.Kind.EMAIL, value="sari@laut.example")
    remove_party(officer, budi)
    folder.sync()
    assert len(folder.files()) == 2
    folder.of("sari@laut.example").unlink()
    folder.sync()
    sari.refresh_from_db()
    assert sari.removed_at is not None
    assert "FN:Tetap" in folder.only().read_text()


def test_conflict_of_a_card_is_told_and_nothing_is_lost(officer: Actor, folder_of: FolderOf) -> None:
    budi = add_person(officer, "Budi", phone="+62 21 3456 7890")
    folder = folder_of(officer, "people")
    folder.sync()
    folder.change(folder.only(), "7890", "1111")
    change_field(officer, budi, field="note", value="Pindah", version=1, seen="")
    assert "conflict" in folder.sync(fails=True).lower()
    assert budi.contact_points.get().value == "+62 21 3456 7890"
    assert "1111" in folder.only().read_text()
    folder.configure(conflict='"b wins"')
    folder.sync()
    assert "Pindah" in folder.only().read_text()
    assert "1111" not in folder.only().read_text()


def test_refused_card_stays_in_the_folder_and_breaks_nothing(officer: Actor, folder_of: FolderOf) -> None:
    add_person(officer, "Budi")
    folder = folder_of(officer, "people")
    wrong = CARD.format(uid="x", name="Sari").replace("END:", "TITLE:Direktur\r\nEND:")
    folder.path.mkdir(parents=True, exist_ok=True)
    (folder.path / "wrong.vcf").write_text(wrong, newline="")
    folder.sync(fails=True)
    assert sorted(path.read_text().count("FN:Budi") for path in folder.files().values()) == [0, 1]
    assert list(Person.objects.values_list("full_name", flat=True)) == ["Budi"]


def test_meetings_come_and_go_both_ways(officer: Actor, folder_of: FolderOf) -> None:
    folder = folder_of(officer, "meetings")
    folder.path.mkdir(parents=True, exist_ok=True)
    (folder.path / "mine.ics").write_text(NEW.replace("\n", "\r\n"), newline="")
    folder.sync()
    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.starts_at) == ("Rapat pelabuhan", TOMORROW)
    Meeting.objects.update(title="Rapat besar")
    folder.sync()
    assert "SUMMARY:Rapat besar" in folder.only().read_text()
    folder.change(folder.only(), "LOCATION:Ruang 2", "LOCATION:Ruang 3")
    folder.sync()
    meeting.refresh_from_db()
    assert (meeting.title, meeting.location) == ("Rapat besar", "Ruang 3")
    other = NEW.replace("B1-55", "B2").replace("SUMMARY:Rapat", "SUMMARY:Jamuan")
    (folder.path / "other.ics").write_text(other.replace("\n", "\r\n"), newline="")
    folder.sync()
    folder.of("SUMMARY:Rapat besar").unlink()
    folder.sync()
    meeting.refresh_from_db()
    assert meeting.is_cancelled
    assert "SUMMARY:Jamuan" in folder.only().read_text()


def test_reader_gets_the_calendar_and_changes_nothing(
    officer: Actor, reader: Actor, folder_of: FolderOf
) -> None:
    program = program_of(officer)
    program.ask(
        "PUT", program.book("meetings") + "a.ics", NEW.replace("\n", "\r\n"), content_type="text/calendar"
    )
    folder = folder_of(reader, "meetings")
    folder.sync()
    folder.change(folder.only(), "SUMMARY:Rapat", "SUMMARY:Bukan")
    folder.sync(fails=True)
    assert Meeting.objects.get().title == "Rapat pelabuhan"
