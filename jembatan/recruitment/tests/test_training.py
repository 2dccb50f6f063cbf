"""Trainings, the task book, badges."""

import io
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.programmes.actions.officers import add_officer
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.tests.scene import games
from jembatan.recruitment.formats.numbers import MOST, TooManyNumbers, read_numbers
from jembatan.recruitment.models import Attendance, SignOff, Task, Training
from jembatan.recruitment.queries.badges import badge_link, files_of

ClientOf = Callable[[Actor], Client]


def _staffed(officer: Actor) -> Programme:
    programme = games(officer)
    for number in range(1, 12):
        add_officer(officer, programme, full_name=f"Petugas {number}", languages={"ja": ("B2", "")})
    return programme


def test_attendance_is_noted_by_numbers_and_undone(
    officer: Actor, drafter: Actor, reader: Actor, client_of: ClientOf
) -> None:
    programme = _staffed(officer)
    client = client_of(officer)
    client.post(f"/programmes/{programme.pk}/trainings/", {"title": "Protocol", "day": "1 August 2027"})
    address = f"/trainings/{Training.objects.get().pk}/"
    page = client_of(drafter).post(address, {"numbers": "1, 3-5, 99"}, follow=True).content.decode()
    assert "4 officers noted. Nobody has the numbers 99." in page
    assert "4 of 11 were there" in client.get(f"/programmes/{programme.pk}/trainings/").content.decode()
    client.post(address, {"numbers": "3-5", "back": "yes"})
    assert list(Attendance.objects.values_list("officer__number", flat=True)) == [1]
    assert client_of(reader).post(address, {"numbers": "2"}).status_code == 403
    many = client.post(address, {"numbers": "2, 4-6000"})
    assert (many.status_code, ">2, 4-6000</textarea>" in many.content.decode()) == (422, True)
    left = client.get(f"{address}?who=missing").content.decode()
    assert ("10 not yet" in left, "Petugas 2<" in left, "Petugas 1<" in left) == (True, True, False)
    kept = client.post(f"{address}removal/", follow=True).content.decode()
    assert "Take these notes back first." in kept
    client.post(f"{address}words/", {"title": "Courtesy", "day": "2 August 2027"})
    assert str(Training.objects.get()) == "Courtesy"
    told = client.post(address, {"numbers": "1", "back": "yes"}, follow=True).content.decode()
    assert "1 officer not noted." in told
    client.post(f"{address}removal/")
    assert not Training.objects.exists()


def test_task_is_signed_off_by_a_named_person(
    officer: Actor, second_officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    programme = _staffed(officer)
    tasks = f"/programmes/{programme.pk}/tasks/"
    client_of(officer).post(tasks, {"name": "Meets a guest at the airport"})
    again = client_of(officer).post(tasks, {"name": "Meets a guest at the airport"}, follow=True)
    assert "has this task already" in again.content.decode()
    address = f"/tasks/{Task.objects.get().pk}/"
    client_of(officer).post(address, {"numbers": "1 2"})
    client_of(second_officer).post(address, {"numbers": "2, 3", "back": "yes"})
    page = client_of(second_officer).post(address, {"numbers": "2, 3"}, follow=True).content.decode()
    assert "signed off by Bagus Prasetyo" in page
    assert {row.officer.number: row.by for row in SignOff.objects.all()} == {
        1: officer.user,
        2: officer.user,
        3: second_officer.user,
    }
    Officer.objects.filter(number=4).update(forgotten_at=timezone.now())
    forgotten = client_of(officer).post(address, {"numbers": "4"}, follow=True).content.decode()
    assert "Nobody has the numbers 4." in forgotten
    assert client_of(drafter).post(address, {"numbers": "4"}).status_code == 403
    client = client_of(officer)
    client.post(tasks, {"name": "Greets a guest"})
    taken = client.post(f"{address}words/", {"name": "Greets a guest"})
    assert (taken.status_code, "has this task already" in taken.content.decode()) == (422, True)
    client.post(f"{address}words/", {"name": "Meets guests"})
    client.post(f"{address}removal/")
    client.post(f"/tasks/{Task.objects.get(name='Greets a guest').pk}/removal/")
    assert [task.name for task in Task.objects.all()] == ["Meets guests"]


def test_badges_are_printed_and_tell_only_whether_they_are_valid(
    officer: Actor, client: Client, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme = _staffed(officer)
    for size, pages in (("a7", 3), ("card", 2)):
        response = client_of(officer).get(f"/programmes/{programme.pk}/badges/?size={size}")
        pdf = PdfReader(io.BytesIO(response.content))
        assert len(pdf.pages) == pages
        text = pdf.pages[0].extract_text()
        assert "Petugas 1" in text
        assert "Japanese" in text
    some = client_of(officer).get(f"/programmes/{programme.pk}/badges/?size=a7&numbers=2,4-5,99")
    assert "Petugas 4" in PdfReader(io.BytesIO(some.content)).pages[0].extract_text()
    assert "Petugas 3" not in PdfReader(io.BytesIO(some.content)).pages[0].extract_text()
    assert client_of(officer).get(f"/programmes/{programme.pk}/badges/?numbers=99").status_code == 302
    many = client_of(officer).get(f"/programmes/{programme.pk}/badges/?numbers=1-9000", follow=True)
    assert "With “1-9000” these are more than 5000 numbers. Name them in parts." in many.content.decode()
    monkeypatch.setattr("jembatan.recruitment.queries.badges.MOST", 4)
    assert files_of(programme) == [(1, 4), (5, 8), (9, 11)]
    for asked in ("", "&numbers=3-7"):
        refused = client_of(officer).get(f"/programmes/{programme.pk}/badges/?size=a7{asked}", follow=True)
        assert "A file holds a thousand badges." in refused.content.decode()
    bearer = Officer.objects.get(number=1)
    link = "/badge/" + badge_link(bearer, programme).split("/badge/")[1]
    client.cookies["django_language"] = "en"
    page = client.get(link).content.decode()
    assert "Badge 1 of" in page
    assert "Petugas" not in page
    Officer.objects.filter(pk=bearer.pk).update(status="ended")
    assert client.get(link).status_code == 410


@given(st.text(max_size=60))
def test_any_text_names_numbers(text: str) -> None:
    found = set[int]()
    with suppress(TooManyNumbers):
        found = read_numbers(text)
    assert len(found) <= MOST
    assert all(0 <= number < 10**9 for number in found)


def test_numbers_are_read_with_ranges() -> None:
    assert read_numbers("1, 4; 7-9 and 12 - 10") == {1, 4, 7, 8, 9, 12, 10}
    assert len(read_numbers("1-5000")) == MOST
    for many in ("7, 1-999999999", "1-3000, 3001-5001"):
        with pytest.raises(TooManyNumbers):
            read_numbers(many)
