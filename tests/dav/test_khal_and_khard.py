"""khal and khard, programs of others, on a folder that vdirsyncer keeps the same as our books."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting
from tests.dav.clients import Folder, run
from tests.dav.program import program_of

pytestmark = pytest.mark.django_db(transaction=True)
KHAL = """
[calendars]
[[desk]]
path = {path}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Jakarta
default_timezone = Asia/Jakarta
[default]
default_calendar = desk
"""
KHARD = "[addressbooks]\n[[desk]]\npath = {path}\n[general]\ndefault_action = list\n"
type FolderOf = Callable[[str], Folder]


@pytest.fixture
def folder_of(officer: Actor, tmp_path: Path, live_server: LiveServer) -> FolderOf:
    return lambda kind: Folder(tmp_path, live_server.url, program_of(officer), kind)


def test_khal_shows_our_meeting_and_plans_one(officer: Actor, folder_of: FolderOf, tmp_path: Path) -> None:
    begins = datetime(2027, 3, 4, 3, 0, tzinfo=UTC)
    plan_meeting(officer, "Rapat kerja", times=Times(begins, begins.replace(hour=4)), zone="Asia/Jakarta")
    folder = folder_of("meetings")
    folder.sync()
    config = tmp_path / "khal.conf"
    config.write_text(KHAL.format(path=folder.path))

    def khal(*words: str) -> str:
        return run("khal", "-c", str(config), *words, home=tmp_path)

    assert "10:00-11:00 Rapat kerja" in khal("list", "2027-03-04", "1d")
    khal("new", "2027-03-05", "14:00", "15:30", "Jamuan makan", "--location", "Aula")
    folder.sync()
    planned = Meeting.objects.get(title="Jamuan makan")
    assert (planned.starts_at, planned.zone) == (datetime(2027, 3, 5, 7, 0, tzinfo=UTC), "Asia/Jakarta")
    assert planned.location == "Aula"
    assert "14:00-15:30 Jamuan makan" in khal("list", "2027-03-05", "1d")


def test_khard_shows_our_person_and_adds_one(officer: Actor, folder_of: FolderOf, tmp_path: Path) -> None:
    add_person(officer, "Budi Santoso", email="budi@laut.example", phone="+62 21 3456 7890")
    folder = folder_of("people")
    folder.sync()
    config = tmp_path / "khard.conf"
    config.write_text(KHARD.format(path=folder.path))

    def khard(*words: str) -> str:
        return run("khard", "-c", str(config), *words, home=tmp_path)

    assert "budi@laut.example" in khard("email", "--parsable", "Budi")
    assert "+62 21 3456 7890" in khard("phone", "--parsable", "Budi")
    new = tmp_path / "new.yaml"
    new.write_text(
        "Formatted name: Sari Dewi\nFirst name: Sari\nLast name: Dewi\nOrganisation: Kementerian Laut\n"
        "Title: Direktur\nEmail:\n  work: sari@laut.example\n"
    )
    khard("new", "-a", "desk", "--vcard-version", "3.0", "-i", str(new))
    folder.sync()
    sari = Person.objects.get(full_name="Sari Dewi")
    assert sari.contact_points.get().value == "sari@laut.example"
    assert (sari.positions.get().organisation.name, sari.positions.get().title) == (
        "Kementerian Laut",
        "Direktur",
    )


def test_guest_without_an_address_goes_round_by_khal(
    officer: Actor, folder_of: FolderOf, tmp_path: Path
) -> None:
    begins = datetime(2027, 3, 4, 3, 0, tzinfo=UTC)
    made = add_person(officer, "Made Wirawan")
    times = Times(begins, begins.replace(hour=4))
    meeting = plan_meeting(officer, "Rapat kerja", times=times, zone="Asia/Jakarta", parties=[made])
    folder = folder_of("meetings")
    folder.sync()
    config = tmp_path / "khal.conf"
    config.write_text(KHAL.format(path=folder.path))
    assert "Rapat kerja" in run("khal", "-c", str(config), "list", "2027-03-04", "1d", home=tmp_path)
    here = folder.only()
    assert "Made Wirawan" in here.read_text()
    folder.change(here, "SUMMARY:Rapat kerja", "SUMMARY:Rapat besar")
    folder.sync()
    meeting.refresh_from_db()
    assert meeting.title == "Rapat besar"
    assert [each.person for each in meeting.attendances.filter(ours=False)] == [made]
    assert folder.only().read_text().count("Made Wirawan") == 1
