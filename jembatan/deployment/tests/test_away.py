"""An absence that is entered on an officer's page, and an officer who leaves: whoever sits somewhere then is to be replaced."""

from collections.abc import Callable

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Proposal
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.tests import scene
from jembatan.programmes.actions.officers import change_officer, end_officer, remove_absence, report_absence
from jembatan.programmes.models import Officer, Programme

ClientOf = Callable[[Actor], Client]


def lunch(officer: Actor) -> tuple[Programme, Officer]:
    """Sari has it on the first day; her second day is free."""
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    sari = scene.officer(games, "Sari", "ja")
    scene.officer(games, "Tono", "ja")
    scene.put(scene.roster(games, published=True), scene.duty(akitsu, "Lunch", 0, 11, 13), sari)
    return games, sari


def test_absence_on_a_day_with_duties_proposes_who_steps_in_and_goes_with_it(officer: Actor) -> None:
    games, sari = lunch(officer)
    free = report_absence(officer, sari, scene.at(1, 8), scene.at(1, 18), reason="other")
    assert not Proposal.objects.exists()
    ill = report_absence(officer, sari, scene.at(0, 8), scene.at(0, 18), reason="ill")
    asked = open_proposals(officer, games).get()
    assert (asked.officer, asked.cause, asked.made_by) == (sari, "ill", officer.user)
    remove_absence(officer, free)
    assert open_proposals(officer, games).exists()
    remove_absence(officer, ill)
    assert set(Proposal.objects.values_list("state", flat=True)) == {"over"}


def test_what_is_still_noted_of_a_longer_absence_is_still_to_be_replaced(officer: Actor) -> None:
    games, sari = lunch(officer)
    morning = report_absence(officer, sari, scene.at(0, 8), scene.at(0, 12), reason="other")
    report_absence(officer, sari, scene.at(0, 12), scene.at(0, 18), reason="other")
    remove_absence(officer, morning)
    asked = open_proposals(officer, games).get()
    assert (asked.during.lower, asked.during.upper) == (scene.at(0, 12), scene.at(0, 18))


def test_page_of_an_officer_says_what_they_have_to_do(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    _games, sari = lunch(officer)
    for who, may in ((officer, True), (reader, False)):
        page = client_of(who).get(f"/programmes/officers/{sari.pk}/").content.decode()
        assert "4 May 2099</time>, 11:00–13:00 · Village · Akitsu" in page
        for address in (f"/officers/{sari.pk}/replacement/", f"/programmes/officers/{sari.pk}/phone/"):
            assert (address in page) is may


def test_officer_who_leaves_is_to_be_replaced_until_they_return(officer: Actor, client_of: ClientOf) -> None:
    games, sari = lunch(officer)
    ill = report_absence(officer, sari, scene.at(0, 8), scene.at(0, 18), reason="ill")
    end_officer(officer, sari, ended=True)
    remove_absence(officer, ill)
    asked = open_proposals(officer, games).get()
    page = client_of(officer).get(f"/replacements/{asked.pk}/").content.decode()
    assert "Tono" in page
    end_officer(officer, sari, ended=False)
    assert not open_proposals(officer, games).exists()
    sari.refresh_from_db()
    change_officer(officer, sari, version=sari.version, status="ended")
    assert open_proposals(officer, games).count() == 1
