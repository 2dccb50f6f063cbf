"""An absence that is entered on an officer's page, and an officer who leaves: whoever sits somewhere then is to be replaced."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.replace import accept
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.actions.taking_back import take_back
from jembatan.deployment.models import Proposal
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.tests import scene
from jembatan.programmes.actions.officers import change_officer, end_officer, remove_absence, report_absence
from jembatan.programmes.models import Duty, Officer, Programme

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


def test_replacement_for_an_absence_that_stays_noted_is_taken_back_to_where_it_was(officer: Actor) -> None:
    games, sari = lunch(officer)
    report_absence(officer, sari, scene.at(0, 8), scene.at(0, 18), reason="ill")
    asked, tono = open_proposals(officer, games).get(), Officer.objects.get(full_name="Tono")
    take_back(officer, accept(officer, asked, {Seat(Duty.objects.get().pk, 1): tono.pk}))
    assert open_proposals(officer, games).get() == asked
    assert sari.absences.count() == 1


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


def test_officer_who_was_replaced_for_good_and_returns_is_not_absent(officer: Actor) -> None:
    games, sari = lunch(officer)
    end_officer(officer, sari, ended=True)
    asked, tono = open_proposals(officer, games).get(), Officer.objects.get(full_name="Tono")
    done = accept(officer, asked, {Seat(Duty.objects.get().pk, 1): tono.pk})
    end_officer(officer, sari, ended=False)
    assert (done.state, done.changes[0]["after"]) == ("accepted", tono.pk)
    assert not sari.absences.exists()


def test_deciding_locks_in_the_order_in_which_absences_are_entered(officer: Actor) -> None:
    """The officer first: else one who enters an absence and one who decides it wait for each other for ever."""
    games, sari = lunch(officer)
    report_absence(officer, sari, scene.at(0, 8), scene.at(0, 18), reason="ill")
    asked, tono = open_proposals(officer, games).get(), Officer.objects.get(full_name="Tono")
    with CaptureQueriesContext(connection) as asking:
        done = accept(officer, asked, {Seat(Duty.objects.get().pk, 1): tono.pk})
        take_back(officer, done)
    locks = [each["sql"] for each in asking if " UPDATE OF " in each["sql"] or "FOR NO KEY" in each["sql"]]
    order = [sql.split('FROM "')[1].split('"')[0] for sql in locks]
    assert order[:2] == ["programmes_officer", "deployment_proposal"]
    assert order.count("programmes_officer") == 2
    assert all("FOR NO KEY" in sql for sql in locks if 'FROM "programmes_officer"' in sql)
