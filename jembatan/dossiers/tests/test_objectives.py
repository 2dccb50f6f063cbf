"""Objectives, what their measures say in time, and our interests."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.objectives import (
    ObjectiveContent,
    add_interest,
    add_objective,
    drop_objective,
    edit_objective,
    read_measure,
    take_out_reading,
    take_up_objective,
)
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Dossier, Objective, Reading
from jembatan.dossiers.queries.objectives import objectives_of
from jembatan.platform.markings import LoweredMarking, Marking

type ClientOf = Callable[[Actor], Client]
PILOTS = ObjectiveContent(text="Pandu terlatih", measure="pandu", target=Decimal(24))


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    return open_dossier(officer, "MoU Selat")


def test_newest_reading_counts_and_older_ones_stay(officer: Actor, dossier: Dossier) -> None:
    objective = add_objective(officer, dossier, PILOTS)
    late = read_measure(officer, objective, Decimal(12), on_day=date(2026, 3, 1))
    read_measure(officer, objective, Decimal(6), on_day=date(2026, 1, 1))

    (shown,) = objectives_of(dossier)
    assert ([int(reading.value) for reading in shown.readings], shown.share) == ([6, 12], 50)
    take_out_reading(officer, late)
    assert objectives_of(dossier)[0].share == 25
    with pytest.raises(DatabaseError), transaction.atomic():
        Reading.objects.filter(pk=late.pk).update(value=24)


def test_what_cannot_be_measured_is_refused(officer: Actor, dossier: Dossier) -> None:
    unmeasured = add_objective(officer, dossier, ObjectiveContent(text="Saling percaya"))
    measured = add_objective(officer, dossier, PILOTS)
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(Refused):
        read_measure(officer, unmeasured, Decimal(1), on_day=date(2026, 1, 1))
    with pytest.raises(Refused):
        read_measure(officer, measured, Decimal(1), on_day=tomorrow)
    with pytest.raises(Refused):
        add_objective(officer, dossier, ObjectiveContent(text="x", target=Decimal(1)))


def test_objective_is_dropped_taken_up_and_its_lower_marking_asked_about(
    drafter: Actor, reader: Actor, dossier: Dossier
) -> None:
    objective = add_objective(drafter, dossier, PILOTS)
    drop_objective(drafter, objective)
    assert objectives_of(dossier) == []
    take_up_objective(drafter, objective)
    with pytest.raises(LoweredMarking):
        edit_objective(drafter, objective, ObjectiveContent(text="x", marking=Marking.CLEAR))
    with pytest.raises(PermissionDenied):
        add_objective(reader, dossier, PILOTS)
    with pytest.raises(PermissionDenied):
        add_interest(reader, dossier, "x")


def test_objectives_and_interests_are_written_by_their_pages(
    drafter: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/"
    client.post(
        f"{address}objectives/", {"text": "Pandu", "measure": "orang", "target": "24", "marking": "TLP:AMBER"}
    )
    objective = Objective.objects.get()
    readings = f"{address}objectives/{objective.pk}/readings/"
    assert client.post(readings, {"value": "banyak", "on_day": "1 Jan 2026"}).status_code == 422
    client.post(readings, {"value": "6", "on_day": "1 Jan 2026", "note": "Angkatan satu"})
    client.post(f"{address}interests/", {"text": "Simulator kita sendiri"})
    page = client.get(f"{address}plan/").text
    assert [text in page for text in ("Angkatan satu", "25 % of the target", "Simulator kita sendiri")] == [
        True
    ] * 3
    client.post(f"{address}interests/{dossier.interests.get().pk}/removal/")
    assert dossier.interests.exists() is False
