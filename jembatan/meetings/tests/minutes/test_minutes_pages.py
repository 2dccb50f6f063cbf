"""The page of the minutes, what it exchanges while people write, who was there, and the minutes on paper."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document as WordFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.guests import add_guest
from jembatan.meetings.actions.minutes.attend import add_walk_in, mark_attendance
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.decisions import write_decision
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.models import Attendance, Minutes, MinutesSection
from jembatan.meetings.queries.minutes.reading import attendance_of
from jembatan.meetings.queries.outcomes.standing import Sitting
from jembatan.meetings.tests.minutes.pages import Text, Yjs
from jembatan.meetings.tests.test_pages import planned
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def minutes(officer: Actor, budi: Person) -> Minutes:
    meeting = planned(officer)
    add_point(officer, meeting, Content(title="Pembukaan"))
    add_guest(officer, meeting, budi)
    return begin_minutes(officer, meeting)


def address(minutes: Minutes, rest: str = "") -> str:
    return f"/minutes/{minutes.pk}/{rest}"


def sync(client: Client, minutes: Minutes, body: object) -> Any:
    return client.post(address(minutes, "writing/"), body, content_type="application/json")


def asked(
    *pieces: tuple[MinutesSection, int, bytes], after: int = 0, client: int = 9, section: int | None = None
) -> dict[str, Any]:
    sent = [
        {"section": str(each.pk), "client": number, "content": b64encode(content).decode()}
        for each, number, content in pieces
    ]
    return {"after": after, "client": client, "section": section, "pieces": sent}


def section_of(minutes: Minutes) -> MinutesSection:
    return minutes.sections.get(item=None)


def test_meeting_leads_to_its_minutes(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    page = f"/meetings/{meeting.pk}/"
    assert "Write minutes" not in client_of(reader).get(page).content.decode()
    client = client_of(officer)
    assert "Write minutes" in client.get(page).content.decode()
    answer = client.post(f"{page}minutes/")
    minutes = Minutes.objects.get()
    assert answer["Location"] == address(minutes)
    assert address(minutes) in client_of(reader).get(page).content.decode()


def test_what_one_page_writes_another_gets(
    yjs: Yjs, officer: Actor, second_officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    section = section_of(minutes)
    pieces = [(section, 9, each) for each in Text(yjs, 9).edit(0, words="Rapat dibuka. 🙂")]
    first = sync(client_of(officer), minutes, asked(*pieces, section=section.pk)).json()
    second = sync(client_of(second_officer), minutes, asked(client=10, section=section.pk)).json()
    assert (first["told"], first["number"], first["pens"]) == ([""], 1, [])
    assert second["pens"] == [{"section": section.pk, "name": "Bagus Prasetyo"}]
    text = Text(yjs, 10)
    for content in second["updates"][str(section.pk)]:
        text.hear(b64decode(content))
    assert str(text) == "Rapat dibuka. 🙂"
    again = sync(client_of(second_officer), minutes, asked(client=10, after=second["number"])).json()
    assert again["updates"] == {}


def test_closed_minutes_answer_409_and_a_taken_number_422(
    officer: Actor, second_officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    sync(client_of(officer), minutes, asked(client=9))
    assert sync(client_of(second_officer), minutes, asked(client=9)).status_code == 422
    Minutes.objects.update(state=Minutes.State.CIRCULATED)
    assert sync(client_of(officer), minutes, asked(client=9)).status_code == 409
    assert "data-together" not in client_of(officer).get(address(minutes)).content.decode()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["after", "client", "section", "pieces", "content", "x"]), inner, max_size=6
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_answered_and_changes_nothing_that_it_may_not(
    body: bytes, officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    assert sync(client_of(officer), minutes, body).status_code in (200, 422)
    assert set(minutes.sections.values_list("text", flat=True)) == {""}
    assert not minutes.updates.exists()


def test_readers_see_the_text_and_no_box(
    officer: Actor, reader: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    MinutesSection.objects.update(text="Rapat <dibuka>.")
    page = client_of(reader).get(address(minutes)).content.decode()
    assert "Rapat &lt;dibuka&gt;." in page
    for shown in ("<textarea", "Finish writing", "Somebody else came", "data-together"):
        assert shown not in page
        assert shown in client_of(officer).get(address(minutes)).content.decode()


def test_minutes_hide_with_their_dossier(
    officer: Actor, second_officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Rahasia", restricted=True)
    assert officer.user is not None
    secret.members.create(desk=officer.desk, user=officer.user)
    change_meeting(officer, minutes.meeting, "dossier", secret, version=minutes.meeting.version)
    for rest in ("", "paper/?format=pdf"):
        assert client_of(officer).get(address(minutes, rest)).status_code == 200
        assert client_of(second_officer).get(address(minutes, rest)).status_code == 404
    assert sync(client_of(second_officer), minutes, asked()).status_code == 404


def test_one_press_marks_a_guest_and_the_same_again_takes_it_back(
    officer: Actor, budi: Person, minutes: Minutes, client_of: ClientOf
) -> None:
    guest = minutes.meeting.attendances.get(person=budi)
    client, press = client_of(officer), address(minutes, f"attendance/{guest.pk}/")
    client.post(press, {"was": "absent"})
    client.post(press, {"was": "present"})
    assert list(minutes.attendees.values_list("name", "was")) == [("Budi Santoso", "present")]
    part = client.post(press, {"was": "present"}, headers={"HX-Request": "true"}).content.decode()
    assert 'id="attendance"' in part
    assert "<html" not in part
    client.post(press, {"was": ""})
    assert not minutes.attendees.exists()
    assert client.post(press, {"was": "asleep"}).status_code == 302
    assert not minutes.attendees.exists()


def test_walk_in_comes_from_the_directory_perhaps_instead_of_a_guest(
    officer: Actor, budi: Person, minutes: Minutes, client_of: ClientOf
) -> None:
    client, page = client_of(officer), address(minutes, "walk-ins/")
    guest = minutes.meeting.attendances.get(person=budi)
    assert client.post(page, {"party": "Budi Santoso"}).status_code == 422
    client.post(page, {"party": "Siti Aminah", "create": "on", "instead_of": guest.pk})
    came = minutes.attendees.get(name="Siti Aminah")
    assert came.instead_of is not None
    assert (came.instead_of.name, came.instead_of.was) == ("Budi Santoso", "excused")
    client.post(address(minutes, f"walk-ins/{came.pk}/removal/"))
    assert not minutes.attendees.filter(name="Siti Aminah").exists()


def test_marks_stay_when_a_calendar_names_all_guests_anew(
    officer: Actor, budi: Person, minutes: Minutes, client_of: ClientOf
) -> None:
    guest = minutes.meeting.attendances.get(person=budi)
    mark_attendance(officer, minutes, guest, "present")
    guest.delete()
    again = Attendance.objects.create(meeting=minutes.meeting, name="Budi", person=budi)
    assert [(g, row and row.was) for g, row in attendance_of(minutes).asked if g == again] == [
        (again, "present")
    ]
    mark_attendance(officer, minutes, again, "excused")
    assert list(minutes.attendees.values_list("guest", "was")) == [(again.pk, "excused")]


def test_person_who_was_asked_twice_is_marked_twice(officer: Actor, budi: Person, minutes: Minutes) -> None:
    again = Attendance.objects.create(meeting=minutes.meeting, name="Budi S.", person=budi)
    for guest in (minutes.meeting.attendances.filter(person=budi).order_by("pk")[0], again):
        mark_attendance(officer, minutes, guest, "present")
    assert minutes.attendees.count() == 2


def test_finishing_has_a_way_back(officer: Actor, minutes: Minutes, client_of: ClientOf) -> None:
    client = client_of(officer)
    client.post(address(minutes, "finish/"))
    assert "Write on" in client.get(address(minutes)).content.decode()
    client.post(address(minutes, "reopening/"))
    assert "Finish writing" in client.get(address(minutes)).content.decode()


@pytest.fixture
def written(officer: Actor, budi: Person, minutes: Minutes) -> Minutes:
    change_meeting(officer, minutes.meeting, "marking", Marking.AMBER, version=minutes.meeting.version)
    guest = minutes.meeting.attendances.get(person=budi)
    add_walk_in(
        officer, minutes, Person.objects.create(desk=officer.desk, full_name="Siti"), instead_of=guest
    )
    minutes.sections.filter(item=None).update(text="Rapat dibuka.\n\nPara pihak hadir.")
    return minutes


PRINTED = (
    "Minutes: Bilateral",
    "Budi Santoso",
    "excused",
    "instead of Budi Santoso",
    "1. Pembukaan",
    "Para pihak hadir.",
    "Nothing was written.",
    "TLP:AMBER",
)


def test_pdf_and_word_hold_attendance_agenda_text_and_marking(
    officer: Actor, written: Minutes, client_of: ClientOf
) -> None:
    pdf = client_of(officer).get(address(written, "paper/?format=pdf"))
    assert pdf["Content-Disposition"] == 'attachment; filename="minutes-bilateral.pdf"'
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages)
    word = WordFile(BytesIO(client_of(officer).get(address(written, "paper/?format=docx")).content))
    section = word.sections[0]
    parts = (word.element, section.header._element, section.footer._element)
    in_word = "\n".join("".join(part.itertext()) for part in parts)
    for words in PRINTED:
        assert words in text
        assert words in in_word
    assert text.count("TLP:AMBER") >= 2
    for part in parts[1:]:
        assert "TLP:AMBER" in "".join(part.itertext())
    assert client_of(officer).get(address(written, "paper/?format=exe")).status_code == 404


def test_decisions_and_actions_stand_on_paper_below_their_section(
    officer: Actor, written: Minutes, client_of: ClientOf
) -> None:
    sitting = Sitting(written.meeting, written.recurrence_id, written.starts_at)
    write_decision(officer, sitting, "Kedua pihak sepakat.")
    give_action(officer, sitting, Task(text="Kirim draf", due=date(2027, 3, 5)))
    pdf = client_of(officer).get(address(written, "paper/?format=pdf")).content
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "Kedua pihak sepakat." in text
    assert "Kirim draf" in text
    assert "5 Mar 2027" in text


def test_queries_do_not_grow_with_sections_guests_and_walk_ins(
    officer: Actor, minutes: Minutes, client_of: ClientOf
) -> None:
    client = client_of(officer)

    def counted() -> list[int]:
        with CaptureQueriesContext(connection) as page:
            client.get(address(minutes))
        with CaptureQueriesContext(connection) as exchange:
            sync(client, minutes, asked())
        with CaptureQueriesContext(connection) as paper:
            client.get(address(minutes, "paper/?format=docx"))
        return [len(page), len(exchange), len(paper)]

    add_walk_in(officer, minutes, Person.objects.create(desk=officer.desk, full_name="Siti"))
    mark_attendance(officer, minutes, minutes.meeting.attendances.filter(ours=False)[0], "present")
    counted()
    before = counted()
    for number in range(3):
        add_point(officer, minutes.meeting, Content(title=f"Pokok {number}"))
        person = Person.objects.create(desk=officer.desk, full_name=f"Tamu {number}")
        guest = Attendance.objects.create(meeting=minutes.meeting, name=person.full_name, person=person)
        mark_attendance(officer, minutes, guest, "present")
        walked_in = Person.objects.create(desk=officer.desk, full_name=f"Datang {number}")
        add_walk_in(officer, minutes, walked_in)
    assert counted() == before
