"""Papers of an agenda: kept once, marked, printed, handed out harmless."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.meetings.actions import papers
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.papers import add_paper, bring_back_paper, take_out_paper
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import AgendaItem, Attendance, Meeting, Paper
from jembatan.meetings.queries.agenda import agenda_of
from jembatan.meetings.queries.papers import standing_papers
from jembatan.meetings.queries.printed.agenda import printed_agenda
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    return plan_meeting(
        officer, "Rapat", times=Times(begins, begins + timedelta(minutes=60)), zone="Asia/Jakarta"
    )


@pytest.fixture
def item(officer: Actor, meeting: Meeting) -> AgendaItem:
    return add_point(officer, meeting, Content(title="Rancangan", minutes=10))


def paper_of(officer: Actor, item: AgendaItem, name: str = "naskah.pdf", **fields: str) -> Paper:
    marking = Marking(fields.pop("marking", Marking.GREEN))
    return add_paper(officer, item, b"isi", name=name, marking=marking, **fields)


def test_same_paper_twice_is_one_and_its_content_is_kept_once(officer: Actor, item: AgendaItem) -> None:
    first = paper_of(officer, item)
    again = paper_of(officer, item, author="Biro Hukum")
    other = paper_of(officer, item, "salinan.pdf")
    assert first.pk == again.pk
    assert first.file_id == other.file_id
    assert [(each.name, each.author) for each in standing_papers()] == [
        ("naskah.pdf", "Biro Hukum"),
        ("salinan.pdf", ""),
    ]


def test_same_paper_again_does_not_lower_its_marking(officer: Actor, item: AgendaItem) -> None:
    paper = paper_of(officer, item, marking=Marking.RED)
    assert paper_of(officer, item, marking=Marking.GREEN).marking == Marking.RED
    take_out_paper(officer, paper)
    assert paper_of(officer, item, marking=Marking.GREEN).marking == Marking.GREEN


def test_name_cannot_hurt(officer: Actor, item: AgendaItem) -> None:
    assert paper_of(officer, item, "../../etc/pass\r\nwd\u202efdp.exe").name == "_.._etc_pass wdfdp.exe"


def test_paper_taken_out_comes_back(officer: Actor, item: AgendaItem) -> None:
    paper = paper_of(officer, item)
    take_out_paper(officer, paper)
    assert not standing_papers().exists()
    bring_back_paper(officer, paper)
    assert standing_papers().get() == paper


def test_limits_are_told(officer: Actor, item: AgendaItem, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError):
        add_paper(officer, item, b"", name="kosong.pdf", marking=Marking.GREEN)
    monkeypatch.setattr(papers, "LARGEST", 2)
    with pytest.raises(ValidationError):
        paper_of(officer, item)
    monkeypatch.undo()
    monkeypatch.setattr(papers, "MOST_PAPERS", 1)
    paper_of(officer, item)
    with pytest.raises(ValidationError):
        paper_of(officer, item, "lain.pdf")


def test_reader_adds_nothing(reader: Actor, item: AgendaItem) -> None:
    with pytest.raises(PermissionDenied):
        paper_of(reader, item)


def test_database_wants_a_name_and_a_known_marking(officer: Actor, item: AgendaItem) -> None:
    paper = paper_of(officer, item)
    for wrong in ({"name": ""}, {"marking": "TLP:PINK"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Paper.objects.filter(pk=paper.pk).update(**wrong)


def test_printed_agenda_bears_the_highest_marking_of_its_papers(
    officer: Actor, meeting: Meeting, item: AgendaItem
) -> None:
    paper_of(officer, item, author="Biro Hukum", marking=Marking.AMBER)
    document = printed_agenda(officer, meeting, at="", language="en")
    assert document.marking == Marking.AMBER
    (section,) = document.sections
    assert [(line.label, line.text, line.detail) for line in section.lines][1] == (
        "Paper",
        "naskah.pdf",
        "Biro Hukum",
    )
    assert printed_agenda(officer, meeting, at="", language="id").title == "Agenda: Rapat"


def test_printed_agenda_bears_the_marking_of_who_leads_a_point(officer: Actor, meeting: Meeting) -> None:
    person = add_person(officer, "Sari", fields={"marking": Marking.RED})
    guest = Attendance.objects.create(meeting=meeting, name="Sari", person=person)
    add_point(officer, meeting, Content(title="Sambutan", owner=guest))
    assert printed_agenda(officer, meeting, at="", language="en").marking == Marking.RED


def test_queries_do_not_grow_with_points(
    officer: Actor, meeting: Meeting, item: AgendaItem, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        paper_of(officer, add_point(officer, meeting, Content(title=f"P{number}")), f"{number}.pdf")
    with django_assert_num_queries(2):
        points = agenda_of(meeting, meeting.starts_at, meeting.ends_at).points
        assert [len(list(point.item.papers.all())) for point in points] == [0, 1, 1, 1]


def test_page_takes_shows_and_hands_out(
    officer: Actor, meeting: Meeting, item: AgendaItem, client_of: ClientOf
) -> None:
    client = client_of(officer)
    address = reverse("meetings:new_paper", args=[meeting.pk, item.pk])
    upload = SimpleUploadedFile("halaman.html", b"<script>alert(1)</script>", content_type="text/html")
    sent = client.post(address, {"file": upload, "name": "Lampiran", "marking": "TLP:AMBER"})
    assert sent.status_code == 302
    paper = Paper.objects.get()
    assert (paper.name, paper.added_by) == ("Lampiran.html", officer.user)
    assert "Lampiran.html" in client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    got = client.get(reverse("meetings:paper", args=[meeting.pk, paper.pk]))
    assert got.headers["Content-Type"] == "application/octet-stream"
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(got) == b"<script>alert(1)</script>"
    assert client.post(address, {"marking": "TLP:AMBER"}).status_code == 422


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_agenda_is_printed(
    officer: Actor, meeting: Meeting, item: AgendaItem, client_of: ClientOf, form: str, start: bytes
) -> None:
    paper_of(officer, item)
    answer = client_of(officer).get(reverse("meetings:printed_agenda", args=[meeting.pk, form]))
    assert answer.content.startswith(start)
    assert (
        client_of(officer).get(reverse("meetings:printed_agenda", args=[meeting.pk, "exe"])).status_code
        == 404
    )
