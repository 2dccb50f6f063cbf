"""Dossiers are found by their words, and only by those who may see them."""

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.queries.search import DOSSIERS_SOURCE


def titles(actor: Actor, text: str) -> list[str]:
    return [hit.title for hit in DOSSIERS_SOURCE.find(actor, text, limit=5)]


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
