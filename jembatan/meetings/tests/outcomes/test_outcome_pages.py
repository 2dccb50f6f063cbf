"""The pages on which outcomes are written down, closed and found again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Action, Decision, Meeting
from jembatan.meetings.tests.outcomes.scene import given, met, partner

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    return met(officer, partner(officer), days=-1)


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_line_becomes_an_action_and_undo_takes_it_out(
    officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    client, base = client_of(officer), f"/meetings/{meeting.pk}/"
    answer = client.post(f"{base}actions/new/", {"line": "@Retno sends the draft tomorrow", "next": base})
    assert answer["Location"] == f"{base}#outcomes"

    action = Action.objects.get()
    page = page_of(client, base)
    assert "sends the draft" in page
    assert "Retno Wulandari" in page
    assert f"{base}actions/{action.pk}/removal/" in page
    client.post(f"{base}actions/{action.pk}/removal/")
    assert f"{base}actions/{action.pk}/restoration/" in page_of(client, base)
    client.post(f"{base}actions/{action.pk}/restoration/")
    action.refresh_from_db()
    assert action.stands


def test_line_that_names_nobody_is_kept_in_a_form(
    officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    client, address = client_of(officer), f"/meetings/{meeting.pk}/actions/new/"
    answer = client.post(address, {"line": "@Entah kirim draf"})
    assert answer.status_code == 422
    assert "@Entah kirim draf" in answer.content.decode()
    assert not Action.objects.exists()
    assert client.post(address, {"text": "kirim draf", "owner": "Entah"}).status_code == 422
    assert client.post(address, {"text": "kirim draf", "owner": "retno"}).status_code == 302
    assert str(Action.objects.get().owner) == "Retno Wulandari"


def test_change_keeps_an_owner_who_is_gone_and_undo_brings_back_what_stood(
    officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    retno = partner(officer, "Sri Lestari")
    action = given(officer, meeting, owner=retno)
    retno.removed_at = timezone.now()
    retno.save()
    client, address = client_of(officer), f"/meetings/{meeting.pk}/actions/{action.pk}/"
    answer = client.post(address, {"text": "Kirim draf akhir", "owner": "Sri Lestari", "due": "2027-03-05"})
    assert answer.status_code == 302
    action.refresh_from_db()
    assert (action.text, action.owner, str(action.due)) == ("Kirim draf akhir", retno, "2027-03-05")
    page = page_of(client, f"/meetings/{meeting.pk}/")
    assert 'name="text" value="Kirim draf"' in page
    assert "Kirim draf akhir" in page_of(client, address)


def test_decision_is_written_worded_anew_and_taken_out(
    officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    client, base = client_of(officer), f"/meetings/{meeting.pk}/decisions/"
    assert client.post(f"{base}new/", {"line": "  "}).status_code == 422
    client.post(f"{base}new/", {"line": "Batas diukur ulang"})
    decision = Decision.objects.get()
    client.post(f"{base}{decision.pk}/", {"text": "Batas laut diukur ulang"})
    assert "Batas laut diukur ulang" in page_of(client, f"/meetings/{meeting.pk}/")
    client.post(f"{base}{decision.pk}/removal/")
    decision.refresh_from_db()
    assert not decision.stands
    client.post(f"{base}{decision.pk}/restoration/")
    decision.refresh_from_db()
    assert decision.stands


def test_what_is_open_stands_on_the_next_meeting_and_is_closed_there(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    action = given(officer, met(officer, ministry, days=-30, title="Rapat pertama"), "Kirim peta")
    met(officer, ministry, days=-10)
    later = met(officer, ministry, days=1)
    client, base = client_of(officer), f"/meetings/{later.pk}/"
    page = page_of(client, base)
    assert "Open from before" in page
    assert "Rapat pertama" in page
    assert "carried past 1 meeting" in page

    address = f"/meetings/{action.meeting_id}/actions/{action.pk}/"
    answer = client.post(f"{address}closing/", {"next": base})
    assert answer["Location"] == f"{base}#outcomes"
    assert "Open from before" not in page_of(client, base)
    client.post(f"{address}reopening/", {"next": base})
    assert client.post(f"{address}dropping/", {"reason": " "}).status_code == 422
    client.post(f"{address}dropping/", {"reason": "Tidak perlu", "next": base})
    action.refresh_from_db()
    assert action.state == "dropped"


def test_readers_see_it_and_are_offered_nothing(
    officer: Actor, reader: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    given(officer, meeting, "Kirim peta")
    page = page_of(client_of(reader), f"/meetings/{meeting.pk}/")
    assert "Kirim peta" in page
    assert "actions/new/" not in page
    assert "closing/" not in page


def test_list_is_narrowed_and_closes_what_is_ticked(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    today = timezone.localdate()
    with_ministry = met(officer, ministry, days=-3)
    late = given(officer, with_ministry, "Terlambat", owner=ministry, due=today - timedelta(days=2))
    given(officer, met(officer, partner(officer), days=-2), "Milik kita", owner=officer.user)
    client = client_of(officer)

    def shown(query: str) -> set[str]:
        page = page_of(client, f"/actions/{query}")
        return {text for text in ("Terlambat", "Milik kita") if f">{text}</a>" in page}

    assert shown("") == {"Terlambat", "Milik kita"}
    assert shown("?side=ours") == shown("?side=mine") == {"Milik kita"}
    assert shown("?side=theirs") == shown("?overdue=1") == {"Terlambat"}
    assert shown(f"?organisation={ministry.pk}") == {"Terlambat"}
    assert shown("?side=kacau&organisation=kacau&after=kacau") == {"Terlambat", "Milik kita"}

    client.post("/actions/closing/", {"chosen": [str(late.pk), "x"], "next": "/actions/"})
    assert shown("") == {"Milik kita"}
    client.post("/actions/reopening/", {"chosen": str(late.pk)})
    assert shown("") == {"Terlambat", "Milik kita"}


def test_list_goes_on_where_it_ended(officer: Actor, meeting: Meeting, client_of: ClientOf) -> None:
    today = timezone.localdate()
    for number in range(32):
        due = today + timedelta(days=number // 2) if number < 31 else None
        given(officer, meeting, f"Nomor {number:02}", due=due)
    client = client_of(officer)
    first = client.get("/actions/")
    assert "Nomor 29" in first.content.decode()
    rest = page_of(client, first.context["more_url"])
    assert [text in rest for text in ("Nomor 29", "Nomor 30", "Nomor 31")] == [False, True, True]


def test_what_one_has_to_do_is_on_today_without_a_further_query(
    officer: Actor, reader: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    client = client_of(officer)
    client.get("/")
    with CaptureQueriesContext(connection) as before:
        page = page_of(client, "/")
    assert "Your actions" not in page
    given(officer, meeting, "Kirim peta", owner=officer.user, due=timezone.localdate())
    given(officer, meeting, "Nanti", owner=officer.user, due=timezone.localdate() + timedelta(days=30))
    with CaptureQueriesContext(connection) as after:
        page = page_of(client, "/")
    assert "Your actions" in page
    assert "Kirim peta" in page
    assert ">Nanti</a>" not in page
    assert len(after) == len(before) + 1
    assert "Your actions" not in page_of(client_of(reader), "/")


@pytest.mark.parametrize("address", ["/actions/", "meeting"])
def test_pages_ask_as_much_for_three_as_for_one(
    officer: Actor,
    ministry: Organisation,
    client_of: ClientOf,
    address: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, earlier = client_of(officer), met(officer, ministry, days=-9)
    met(officer, ministry, days=-8)
    later = met(officer, ministry, days=1)
    path = f"/meetings/{later.pk}/" if address == "meeting" else address
    for held in (earlier, later):
        given(officer, held, owner=ministry)
    client.get(path)
    with CaptureQueriesContext(connection) as first:
        client.get(path)
    for held in (earlier, later, earlier, later):
        given(officer, held, owner=officer.user)
    with django_assert_num_queries(len(first)):
        client.get(path)
