"""Dossiers and what is in them are found by their words, and only by those who may see them."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.files import put_in_file, take_out_file
from jembatan.dossiers.actions.steps import StepContent, add_step, settle_step
from jembatan.dossiers.models import Dossier, Step
from jembatan.dossiers.queries.search import DOSSIERS_SOURCE
from jembatan.dossiers.queries.search_inside import FILES_SOURCE, STEPS_SOURCE
from jembatan.platform.markings import Marking
from jembatan.platform.search.sources import SearchSource


def titles(actor: Actor, text: str, source: SearchSource = DOSSIERS_SOURCE) -> list[str]:
    return [hit.title for hit in source.find(actor, text, limit=5)]


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    return open_dossier(officer, "Kerja sama pelabuhan")


def test_dossiers_are_found_by_stems_of_both_languages(
    officer: Actor, second_officer: Actor, stranger: Actor
) -> None:
    dossier = open_dossier(
        officer, "Kerja sama pelabuhan", objective="Signing agreements with partners & friends"
    )

    assert titles(officer, "agreement") == ["Kerja sama pelabuhan"]
    assert titles(officer, "pelab") == ["Kerja sama pelabuhan"]
    assert titles(officer, "kapal") == []
    assert titles(stranger, "pelabuhan") == []
    hit = DOSSIERS_SOURCE.find(officer, "agreement", limit=5)[0]
    assert hit.snippet == "Signing <mark>agreements</mark> with partners &amp; friends"
    assert (hit.marking, hit.url) == ("TLP:AMBER", f"/dossiers/{dossier.pk}/")
    restrict(officer, dossier)
    assert titles(second_officer, "pelabuhan") == []


def test_steps_are_found_at_their_place_in_the_plan(
    officer: Actor,
    second_officer: Actor,
    head: Actor,
    stranger: Actor,
    dossier: Dossier,
    client_of: Callable[[Actor], Client],
) -> None:
    step = add_step(officer, dossier, StepContent(title="Signing the agreements", marking=Marking.RED))
    dropped = add_step(officer, dossier, StepContent(title="Menyepakati jadwal kapal"))
    settle_step(officer, dropped, Step.State.DROPPED)

    assert titles(officer, "agreement", STEPS_SOURCE) == ["Signing the agreements"]
    assert titles(officer, '"the agreements" -jadwal', STEPS_SOURCE) == ["Signing the agreements"]
    assert titles(officer, "pelabuhan", STEPS_SOURCE) == titles(stranger, "agreement", STEPS_SOURCE) == []
    [hit] = STEPS_SOURCE.find(officer, "sepakat", limit=5)
    assert hit.subtitle == "Kerja sama pelabuhan · no day yet · dropped"
    [hit] = STEPS_SOURCE.find(officer, "signing", limit=5)
    place = f"/dossiers/{dossier.pk}/plan/#step-{step.pk}"
    assert (hit.url, hit.marking) == (place, "TLP:RED")
    page = client_of(officer).get(f"/dossiers/{dossier.pk}/plan/").text
    assert [page.count(f'id="step-{each.pk}"') for each in (step, dropped)] == [1, 1]
    assert place in client_of(officer).get("/search/", {"q": "signing"}).text
    restrict(officer, dossier)
    assert [len(titles(each, "signing", STEPS_SOURCE)) for each in (officer, head, second_officer)] == [
        1,
        1,
        0,
    ]


@pytest.mark.parametrize("text", ["kesepahaman", "nota", "Nota_Kesepahaman-v2.docx", "nota kesepahaman docx"])
def test_files_are_found_by_the_words_of_their_names(
    officer: Actor, second_officer: Actor, dossier: Dossier, client_of: Callable[[Actor], Client], text: str
) -> None:
    version = put_in_file(officer, dossier, b"x", name="Nota_Kesepahaman-v2.docx", marking=Marking.GREEN)

    [hit] = FILES_SOURCE.find(officer, text, limit=5)
    assert (hit.title, hit.subtitle, hit.marking) == (
        "Nota_Kesepahaman-v2.docx",
        "Kerja sama pelabuhan",
        "TLP:GREEN",
    )
    address, _, anchor = hit.url.partition("#")
    assert f'id="{anchor}"' in client_of(officer).get(address).text
    restrict(officer, dossier)
    assert (len(titles(officer, text, FILES_SOURCE)), titles(second_officer, text, FILES_SOURCE)) == (1, [])
    take_out_file(officer, version.of)
    assert titles(officer, text, FILES_SOURCE) == []


@pytest.mark.parametrize("number", [1, 5])
def test_finding_costs_the_same_for_any_number(
    officer: Actor, dossier: Dossier, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number):
        add_step(officer, dossier, StepContent(title=f"Langkah {each}"))
        put_in_file(officer, dossier, b"x", name=f"Langkah {each}.txt", marking=Marking.GREEN)
    for source in (STEPS_SOURCE, FILES_SOURCE):
        with django_assert_num_queries(2):
            assert len(titles(officer, "langkah", source)) == number
