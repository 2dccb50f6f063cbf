"""The plan of a matter: its steps, its strip, and what the journal keeps of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.steps import (
    StepChangedMeanwhile,
    StepContent,
    add_step,
    edit_step,
    settle_step,
)
from jembatan.dossiers.models import Dossier, Step
from jembatan.dossiers.queries.plan import planned, steps_of
from jembatan.dossiers.queries.strip import strip
from jembatan.platform.markings import LoweredMarking, Marking

type ClientOf = Callable[[Actor], Client]
State = Step.State


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation) -> Dossier:
    opened = open_dossier(officer, "MoU Selat")
    add_party(officer, opened, ministry)
    return opened


def _step(officer: Actor, dossier: Dossier, title: str = "Draf", **content: Any) -> Step:
    return add_step(officer, dossier, StepContent(title=title, **content))


def test_step_that_cannot_be_is_refused(
    officer: Actor, second_officer: Actor, stranger: Actor, dossier: Dossier, budi: Person
) -> None:
    first = _step(officer, dossier)
    second = _step(officer, dossier, "Rapat", after=first)
    elsewhere = _step(officer, open_dossier(officer, "Lain"))
    restrict(officer, dossier)

    for content in (
        StepContent(title="x", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 1)),
        StepContent(title="x", ours=stranger.user),
        StepContent(title="x", ours=second_officer.user),
        StepContent(title="x", theirs=budi),
        StepContent(title="x", after=second),
        StepContent(title="x", after=first),
        StepContent(title="x", after=elsewhere),
    ):
        with pytest.raises(Refused):
            edit_step(officer, first, content, version=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(pk=first.pk).update(after=elsewhere)


def test_edit_minds_who_was_faster_and_what_more_people_would_see(
    officer: Actor, drafter: Actor, reader: Actor, dossier: Dossier
) -> None:
    step = _step(officer, dossier, marking=Marking.RED)
    wider = StepContent(title="Draf", marking=Marking.GREEN)

    with pytest.raises(LoweredMarking):
        edit_step(drafter, step, wider, version=1)
    assert edit_step(drafter, step, wider, version=1, confirmed=True).marking == Marking.GREEN
    with pytest.raises(StepChangedMeanwhile):
        edit_step(officer, step, wider, version=1)
    refused: tuple[Callable[[], Step], ...] = (
        lambda: add_step(reader, dossier, wider),
        lambda: edit_step(reader, step, wider, version=2),
        lambda: settle_step(reader, step, State.DONE),
    )
    for action in refused:
        with pytest.raises(PermissionDenied):
            action()


def test_strip_shows_where_steps_stand(officer: Actor, dossier: Dossier) -> None:
    early = _step(officer, dossier, "Awal", starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 10))
    _step(officer, dossier, "Kapan saja")
    _step(officer, dossier, "Sehari", ends_on=date(2026, 11, 5), after=early)
    settle_step(officer, _step(officer, dossier, "Batal"), State.DROPPED)

    plan = planned(list(steps_of(dossier)), date(2026, 11, 16))
    drawn = strip(plan, date(2026, 11, 16))

    assert [(each.step.title, each.late, each.too_early) for each in plan] == [
        ("Awal", True, False),
        ("Sehari", True, True),
        ("Kapan saja", False, False),
    ]
    assert [(bar.x, bar.width) for bar in drawn.bars] == [(0.0, 33.33), (15.0, 0.0), (None, 0.0)]
    assert ([text for _x, text in drawn.ticks], drawn.today) == (["1 Nov 2026", "15 Nov 2026"], 51.67)
    assert strip(plan, date(2027, 1, 1)).today is None


def test_plan_is_made_by_its_pages(
    drafter: Actor, reader: Actor, dossier: Dossier, ministry: Organisation, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/plan/"
    form = {
        "title": "Draf",
        "theirs": f"organisation:{ministry.pk}",
        "marking": "TLP:AMBER",
        "ends_on": "1 Dec 2026",
    }
    assert client.post(f"{address}steps/", form | {"ends_on": "kelak"}).status_code == 422
    client.post(f"{address}steps/", form)
    step = Step.objects.get()
    edit = f"{address}steps/{step.pk}/"
    assert client.post(edit, form | {"version": "1", "title": "Draf dua"}).status_code == 302
    conflict = client.post(edit, form | {"version": "1", "title": "Draf tiga"})
    assert (conflict.status_code, "Draf tiga" in conflict.text, "Draf dua" in conflict.text) == (
        409,
        True,
        True,
    )
    asked = client.post(edit, form | {"version": "2", "marking": "TLP:CLEAR"})
    assert "Yes, lower the marking" in asked.text
    for state in ("done", "dropped"):
        client.post(f"{edit}state/", {"state": state})
    assert client.post(f"{edit}state/", {"state": "x"}).status_code == 404
    page = client_of(reader).get(address)
    assert ("Dropped" in page.text, "/steps/" in page.text) == (True, False)


def test_pages_of_a_plan_cost_the_same_for_any_number_of_steps(
    officer: Actor,
    dossier: Dossier,
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(officer)
    client.get(f"/dossiers/{dossier.pk}/plan/")
    for number in range(4):
        _step(officer, dossier, f"Langkah {number}", ours=officer.user)
        if number in {0, 3}:
            with django_assert_max_num_queries(10):
                assert client.get(f"/dossiers/{dossier.pk}/plan/").status_code == 200
