"""The map of the parties: dated, ours alone."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.assess import Standing, assess, take_out_assessment
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Assessment, Dossier
from jembatan.dossiers.queries.stakeholders import stakeholder_map

type ClientOf = Callable[[Actor], Client]
Stance = Assessment.Stance


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation, budi: Person) -> Dossier:
    opened = open_dossier(officer, "MoU Selat")
    add_party(officer, opened, ministry)
    add_party(officer, opened, budi)
    return opened


def _stands(influence: int, interest: int, stance: Stance, month: int) -> Standing:
    return Standing(influence=influence, interest=interest, stance=stance, on_day=date(2026, month, 1))


def test_change_shows_and_what_was_said_stays(
    officer: Actor, dossier: Dossier, ministry: Organisation, budi: Person
) -> None:
    first = assess(officer, dossier, ministry, _stands(5, 1, Stance.OPPOSES, 1))
    later = assess(officer, dossier, ministry, _stands(5, 4, Stance.SUPPORTS, 3))
    assess(officer, dossier, budi, _stands(5, 4, Stance.NEUTRAL, 2))

    now = stakeholder_map(dossier)
    ministrys, budis = sorted(now.placed, key=lambda each: str(each.party), reverse=True)
    assert (ministrys.assessment, ministrys.before, budis.before) == (later, first, None)
    assert (ministrys.from_x, ministrys.from_y) == (57.0, 41.0)
    assert (ministrys.x, ministrys.y) != (budis.x, budis.y)
    assert now.days == (date(2026, 3, 1), date(2026, 2, 1), date(2026, 1, 1))

    january = stakeholder_map(dossier, on_day=date(2026, 1, 15))
    assert ([each.assessment for each in january.placed], january.unplaced) == ([first], (budi,))
    take_out_assessment(officer, later)
    assert {each.assessment.stance for each in stakeholder_map(dossier).placed} == {"opposes", "neutral"}
    with pytest.raises(DatabaseError), transaction.atomic():
        Assessment.objects.filter(pk=first.pk).update(stance="supports")


def test_only_parties_are_assessed_by_those_who_write(
    officer: Actor, reader: Actor, ministry: Organisation, dossier: Dossier
) -> None:
    elsewhere = open_dossier(officer, "Lain")
    with pytest.raises(Refused):
        assess(officer, elsewhere, ministry, _stands(1, 1, Stance.NEUTRAL, 1))
    with pytest.raises(PermissionDenied):
        assess(reader, dossier, ministry, _stands(1, 1, Stance.NEUTRAL, 1))


def test_map_is_made_and_looked_back_at_by_its_page(
    drafter: Actor, dossier: Dossier, ministry: Organisation, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/map/"
    assert "Not on the map yet" in client.get(address).text
    said = {"party": f"organisation:{ministry.pk}", "influence": "4", "interest": "2", "stance": "doubtful"}
    assert client.post(f"{address}assessments/", said | {"on_day": "kelak"}).status_code == 422
    for day, stance in (("1 Jan 2026", "doubtful"), ("1 Feb 2026", "supports")):
        client.post(
            f"{address}assessments/", said | {"on_day": day, "stance": stance, "reason": "Surat 12/I"}
        )
    assert ["has doubts" in page and "supports it" in page for page in (client.get(address).text,)] == [True]
    assert "supports it" not in client.get(f"{address}?on=2026-01-15").text
    assert client.get(f"{address}assessments/", {"party": "x"}).status_code == 404


def test_map_is_walked_through_by_the_days_on_which_it_changed(
    officer: Actor, dossier: Dossier, ministry: Organisation, budi: Person, client_of: ClientOf
) -> None:
    for party, month in ((ministry, 1), (budi, 2), (ministry, 3)):
        assess(officer, dossier, party, _stands(month, month, Stance.NEUTRAL, month))
    client, address = client_of(officer), f"/dossiers/{dossier.pk}/map/"

    def ways(query: str) -> list[str]:
        page = client.get(f"{address}{query}").text
        return re.findall(r'id="map-(?:earlier|later)"[^>]*? (?:href="([^"]*)"|role)', page)

    assert ways("") == [f"{address}?on=2026-02-01", ""]
    assert ways("?on=2026-02-01") == ways("?on=2026-02-20") == [f"{address}?on=2026-01-01", address]
    assert ways("?on=2026-01-01") == ["", f"{address}?on=2026-02-01"]
    assert ways("?on=2025-12-31") == ["", f"{address}?on=2026-01-01"]
    assert client.get(f"{address}?on=2026-02-01").text.count("changed that day") == 1
