"""Objectives that work against each other, or against what a party is after: said with a reason, and taken back."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.conflicts import say_again, say_conflict, take_back_conflict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.objectives import ObjectiveContent, add_objective, drop_objective
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Conflict, Dossier, Objective
from jembatan.dossiers.queries.conflicts import conflicts_of

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation) -> Dossier:
    opened = open_dossier(officer, "MoU Selat")
    add_party(officer, opened, ministry)
    return opened


@pytest.fixture
def objectives(officer: Actor, dossier: Dossier) -> list[Objective]:
    texts = ("Pandu lebih murah", "Pandu lebih terlatih")
    return [add_objective(officer, dossier, ObjectiveContent(text=text)) for text in texts]


def test_two_objectives_make_one_conflict_from_whichever_side(
    officer: Actor, dossier: Dossier, objectives: list[Objective]
) -> None:
    cheap, trained = objectives
    said = say_conflict(officer, dossier, trained, cheap, reason="Anggaran")
    assert (said.objective, said.other) == (cheap, trained)
    with pytest.raises(Refused, match="already"):
        say_conflict(officer, dossier, cheap, trained, reason="Lagi")
    take_back_conflict(officer, said)
    assert conflicts_of(dossier) == []
    anew = say_conflict(officer, dossier, cheap, trained, reason="Lagi")
    say_again(officer, said)
    assert conflicts_of(dossier) == [anew]
    drop_objective(officer, trained)
    assert conflicts_of(dossier) == []


def test_conflict_is_within_its_dossier_and_stays_as_it_was_said(
    officer: Actor, reader: Actor, dossier: Dossier, objectives: list[Objective], ministry: Organisation
) -> None:
    elsewhere = open_dossier(officer, "Lain")
    foreign = add_objective(officer, elsewhere, ObjectiveContent(text="Lain"))
    for objective, against in ((objectives[0], foreign), (objectives[0], objectives[0])):
        with pytest.raises(Refused):
            say_conflict(officer, dossier, objective, against, reason="Mengapa")
    with pytest.raises(Refused, match="a party to this dossier first"):
        say_conflict(officer, elsewhere, foreign, ministry, reason="Mengapa")
    with pytest.raises(PermissionDenied):
        say_conflict(reader, dossier, *objectives, reason="Mengapa")
    with pytest.raises(DatabaseError), transaction.atomic():
        say_conflict(officer, dossier, foreign, ministry, reason="Mengapa")
    said = say_conflict(officer, dossier, objectives[0], ministry, reason="Mengapa")
    with pytest.raises(DatabaseError), transaction.atomic():
        Conflict.objects.filter(pk=said.pk).update(reason="Lain")


def test_conflict_is_said_on_the_plan_and_shown_on_the_dossier(
    drafter: Actor,
    reader: Actor,
    dossier: Dossier,
    objectives: list[Objective],
    ministry: Organisation,
    client_of: ClientOf,
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/"
    said = {"objective": objectives[0].pk, "against": f"organisation:{ministry.pk}", "reason": "Pungutan"}
    for wrong in ({"reason": ""}, {"against": f"objective:{objectives[0].pk}"}, {"against": "x"}):
        assert client.post(f"{address}conflicts/", said | wrong).status_code == 422
    client.post(f"{address}conflicts/", said)
    told = "“Pandu lebih murah” works against what Kementerian Kelautan is after"
    assert [told in client_of(reader).get(f"{address}{page}").text for page in ("", "plan/")] == [True, True]
    removal = f"{address}conflicts/{Conflict.objects.get().pk}/removal/"
    assert removal in client.get(f"{address}plan/").text
    assert removal not in client_of(reader).get(f"{address}plan/").text
    client.post(removal)
    assert told not in client.get(f"{address}plan/").text
    client.post(removal.replace("removal", "return"))
    assert told in client.get(address).text
