"""What a programme leaves on paper."""

import io
from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import Assignment, Roster
from jembatan.deployment.queries.service import service_of
from jembatan.deployment.tests import scene
from jembatan.programmes.actions.movements import change_movement, plan_movement

ClientOf = Callable[[Actor], Client]


def text_of(content: bytes) -> str:
    """Of a PDF."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def test_situation_report_names_what_is_open(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    scene.duty(scene.delegation(games, "Akitsu"), "Welcome dinner", 0, 18, 20)
    scene.roster(games, published=True)
    response = client_of(reader).post(f"/programmes/{games.pk}/papers/situation/", {"language": "en"})
    text = text_of(response.content)
    for told in ("Situation report: Games", "Welcome dinner", "1 seat open", "TLP:AMBER"):
        assert told in text


def test_situation_report_names_what_changed_by_hand_and_which_movement_moved(
    officer: Actor, client_of: ClientOf
) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    dinner, plan = scene.duty(akitsu, "Dinner", 0, 18, 20), scene.roster(games, published=True)
    Roster.objects.update(published_at=timezone.now() - timedelta(hours=1))
    plan.refresh_from_db()
    change_seats(officer, plan, {Seat(dinner.pk, 1): scene.officer(games, "Sari", "ja").pk})
    zones = {"starts_zone": "Asia/Jakarta", "ends_zone": "Asia/Jakarta"}
    times = {"starts_at": scene.at(0, 8), "ends_at": scene.at(0, 12)}
    flight = plan_movement(officer, akitsu, kind="arrival", number="GA 1", **times, **zones)
    change_movement(officer, flight, version=flight.version, ends_at=scene.at(0, 13))
    response = client_of(officer).post(f"/programmes/{games.pk}/papers/situation/", {"language": "en"})
    text = text_of(response.content)
    for told in ("Sari: Dinner", "put there by hand", "was 12:00, now 13:00"):
        assert told in text


def test_hours_and_certificates_count_what_is_over(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal, tour = scene.duty(akitsu, "Lunch", 0, 11, 13.5), scene.duty(akitsu, "Tour", 0, 14, 16)
    sari, plan = scene.officer(games, "=Sari", "ja"), scene.roster(games, published=True)
    scene.put(plan, meal, sari)
    Assignment.objects.filter(pk=scene.put(plan, tour, sari).pk).update(state="no_show")
    assert service_of(games) == []
    (row,) = service_of(games, now=scene.at(0, 17))
    assert (row.duties, row.minutes, row.days, row.no_shows) == (1, 150, 1, 1)
    type(meal).objects.filter(programme=games).update(
        starts_at=timezone.now() - timedelta(hours=4), ends_at=timezone.now() - timedelta(hours=1)
    )
    client = client_of(officer)
    made = client.post(f"/programmes/{games.pk}/papers/hours/", {"language": "en"})
    sheet = load_workbook(io.BytesIO(made.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == [1, "=Sari", "full time", 1, 1, 3, 1, 1, 0, 3]
    certificate = text_of(
        client.post(f"/programmes/{games.pk}/papers/certificates/", {"language": "en"}).content
    )
    assert "=Sari served as a liaison officer at Games" in certificate
    assert "Akitsu" not in certificate
    assert client_of(reader).post(f"/programmes/{games.pk}/papers/hours/").status_code == 403
