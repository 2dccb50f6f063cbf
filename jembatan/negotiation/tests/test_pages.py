"""The pages of negotiations: what each role sees, and what happens when a form is sent."""

import io
import json
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import add_member
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.negotiation.actions.table import mark_red_line
from jembatan.negotiation.models import Mandate, Negotiation, Offer, Score
from jembatan.negotiation.tests.scene import offer, option, ours, talks, theirs

ClientOf = Callable[[Actor], Client]


def _page(client: Client, negotiation: Negotiation) -> str:
    return client.get(f"/negotiations/{negotiation.pk}/").content.decode()


def test_sheet_tells_what_the_last_offer_leaves(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "Indonesian")
    page = _page(client_of(officer), negotiation)
    assert "The last offer of Embassy of Akitsu leaves points on the table" in page
    assert (
        "Give up “Patrol days: 10 days → 20 days”, which costs us 30 and brings Embassy of Akitsu 48" in page
    )
    assert 'class="mark theirs"' in page
    assert "Offer 1 of Embassy of Akitsu" in page


def test_sheet_asks_for_what_is_missing(officer: Actor, client_of: ClientOf) -> None:
    client = client_of(officer)
    response = client.post(
        "/negotiations/new/", {"title": "Talks", "dossier": "", "organisation": ""}, follow=True
    )
    negotiation = Negotiation.objects.get()
    page = response.content.decode()
    assert "Add the issues first." in page
    assert negotiation.dossier.restricted
    client.post(f"/negotiations/{negotiation.pk}/issues/", {"name": "Fee", "options": "low\nhigh"})
    assert "Add the other side." in _page(client, negotiation)


def test_new_negotiation_names_an_organisation_of_the_directory(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    wrong = client.post("/negotiations/new/", {"title": "Talks", "organisation": "Nobody"})
    assert (wrong.status_code, Negotiation.objects.count()) == (422, 0)
    client.post("/negotiations/new/", {"title": "Talks", "organisation": ministry.name})
    assert theirs(Negotiation.objects.get()).organisation == ministry


def test_numbers_are_kept_while_they_are_entered(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    low = option(negotiation, "low")
    address = f"/negotiations/{negotiation.pk}/parties/{ours(negotiation).pk}/values/"
    sent = {f"score-{low.pk}": "12,5", "score-999999": "3", "reservation": "40", "walk_away": "Another port"}
    response = client_of(officer).post(address, sent, headers={"HX-Request": "true"})
    assert "Saved." in response.content.decode()
    assert Score.objects.get(party=ours(negotiation), option=low).score == 12.5
    assert client_of(officer).post(address, {f"score-{low.pk}": ""}).status_code == 302
    assert Score.objects.get(party=ours(negotiation), option=low).score == 0
    wrong = client_of(officer).post(address, {f"score-{low.pk}": "200"}, headers={"HX-Request": "true"})
    assert "Write numbers from 0 to 100" in wrong.content.decode()
    party = ours(negotiation)
    assert (party.reservation, party.walk_away) == (Decimal(40), "Another port")


def test_page_that_was_opened_earlier_brings_nothing_back(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    negotiation = talks(officer, dossier=open_dossier(officer, "Harbour"))
    party, low, middle = ours(negotiation), option(negotiation, "low"), option(negotiation, "middle")
    address = f"/negotiations/{negotiation.pk}/parties/{party.pk}/values/"
    page = client_of(officer).get(f"/negotiations/{negotiation.pk}/")
    known = next(each["known"] for each in page.context["parties"] if each["party"] == party)
    held = json.loads(known)
    client_of(second_officer).post(address, {f"score-{low.pk}": "33", "reservation": "44"})
    sent = held | {f"score-{middle.pk}": "61", "known": known}
    told = client_of(officer).post(address, sent, headers={"HX-Request": "true"})
    scores = dict(Score.objects.filter(party=party).values_list("option", "score"))
    assert [scores[low.pk], scores[middle.pk], ours(negotiation).reservation] == [
        Decimal(each) for each in (33, 61, 44)
    ]
    assert json.loads(told.context["known"]) == held | {f"score-{middle.pk}": "61"}


def test_offer_is_recorded_with_its_day(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    chosen = {
        f"issue-{option(negotiation, name).issue_id}": option(negotiation, name).pk
        for name in ("low", "10 days", "both")
    }
    address = f"/negotiations/{negotiation.pk}/offers/"
    sent = {**chosen, "party": theirs(negotiation).pk, "made": "1 May 2026 10:00", "note": "By telephone"}
    client_of(officer).post(address, sent)
    assert (Offer.objects.get().note, Offer.objects.get().made_at.year) == ("By telephone", 2026)
    wrong = client_of(officer).post(address, {**sent, "made": "soonish"})
    assert wrong.status_code == 422
    assert "Write a day" in wrong.content.decode()


def test_open_dossier_is_warned_about_and_readers_only_read(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    negotiation = talks(officer, dossier=open_dossier(officer, "Open matter"))
    page = _page(client_of(reader), negotiation)
    assert "The whole desk sees this: its dossier is open." in page
    assert "data-composer" not in page
    assert "Record an offer" not in page


def test_named_colleague_sees_the_sheet(officer: Actor, second_officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    address = f"/negotiations/{negotiation.pk}/"
    assert client_of(second_officer).get(address).status_code == 404
    assert second_officer.user is not None
    add_member(officer, negotiation.dossier, second_officer.user)
    assert client_of(second_officer).get(address).status_code == 200


def test_stripped_version_holds_nothing_of_ours(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    mark_red_line(officer, option(negotiation, "low"), red=True)
    offer(officer, negotiation, ours(negotiation), "high", "10 days", "both")
    client = client_of(officer)
    client.post(f"/negotiations/{negotiation.pk}/options/{option(negotiation, 'both').pk}/agreement/")
    response = client.post(
        f"/negotiations/{negotiation.pk}/stripped/", {"marking": "TLP:GREEN", "language": "en"}
    )
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    assert "TLP:GREEN" in text
    for told in ("Berth fee", "low · middle · high", "both", "Embassy of Akitsu"):
        assert told in " ".join(text.split())
    for kept in ("AMBER", "Patrols in the strait", "At most 20 days", "Red line", "Weight", "60"):
        assert kept not in text
    refused = client.post(
        f"/negotiations/{negotiation.pk}/stripped/", {"marking": "TLP:RED", "language": "en"}
    )
    assert refused.status_code == 422


@pytest.mark.parametrize("more", [0, 4])
def test_queries_do_not_grow_with_the_sheet(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    negotiation = talks(officer)
    for _number in range(1 + more):
        offer(officer, negotiation, theirs(negotiation), "low", "10 days", "Indonesian")
    client = client_of(officer)
    _page(client, negotiation)
    with django_assert_num_queries(20):
        _page(client, negotiation)


def test_list_and_dossier_name_the_negotiation(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    negotiation = talks(officer)
    client = client_of(officer)
    assert "Port talks" in client.get("/negotiations/").content.decode()
    assert (
        f"/negotiations/{negotiation.pk}/"
        in client.get(f"/dossiers/{negotiation.dossier_id}/").content.decode()
    )
    assert "Port talks" in client.get("/search/?q=port").content.decode()
    other = client_of(second_officer)
    assert "Port talks" not in other.get("/negotiations/").content.decode()
    assert "Port talks" not in other.get("/search/?q=port").content.decode()


def test_mandate_is_set_and_withdrawn_and_comes_back(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    client = client_of(officer)
    address = f"/negotiations/{negotiation.pk}/mandates/"
    client.post(
        address, {"words": "Nothing above 5 million", "authorised_by": "The DG", "until": "1 May 2099"}
    )
    mandate = Mandate.objects.get(words="Nothing above 5 million")
    client.post(f"{address}{mandate.pk}/withdrawal/")
    mandate.refresh_from_db()
    assert mandate.withdrawn_at is not None
    client.post(f"{address}{mandate.pk}/restoration/")
    mandate.refresh_from_db()
    assert mandate.withdrawn_at is None


def test_better_package_is_taken_into_an_offer(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "Indonesian")
    client = client_of(officer)
    better = re.search(r"\?package=([\d.]+)#offers", _page(client, negotiation))
    assert better is not None
    page = client.get(f"/negotiations/{negotiation.pk}/?package={better[1]}").content.decode()
    offers = page[page.index('id="offers"') :]
    chosen = re.findall(r'<option value="(\d+)" selected', offers)
    assert chosen == better[1].split(".")
