"""The pages of a poll: finding times, asking, the guest's own page."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.polls.settle import decide
from jembatan.meetings.models import Poll, PollVote
from jembatan.meetings.queries.polls.link import link_of
from jembatan.meetings.tests.polls.scene import asked, partner

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def filled(officer: Actor) -> dict[str, object]:
    """The form as an officer fills it."""
    partner(officer, "Mori Aiko", email="mori@mlit.example")
    today = timezone.localdate()
    return {
        "title": "Rapat koordinasi",
        "minutes": "60",
        "first": str(today + timedelta(days=5)),
        "last": str(today + timedelta(days=12)),
        "travel": "30",
        "person": ["Mori Aiko"],
        "users": [officer.user.pk] if officer.user else [],
        "answer_by": str(today + timedelta(days=3)),
        "marking": "TLP:GREEN",
    }


def test_times_are_found_then_asked_for(
    officer: Actor, client_of: ClientOf, filled: dict[str, object]
) -> None:
    client = client_of(officer)
    page = client.post("/meetings/polls/new/", {**filled, "find": "1"})
    times = [time["value"] for time in page.context["times"]]

    assert page.status_code == 200
    assert len(times) == 12
    assert [time["ticked"] for time in page.context["times"]].count(True) == 4
    assert not Poll.objects.exists()

    answer = client.post("/meetings/polls/new/", {**filled, "ask": "1", "start": times[:2]})
    poll = Poll.objects.get()
    assert answer["Location"] == f"/meetings/polls/{poll.pk}/"
    assert [slot.starts_at.isoformat() for slot in poll.slots.order_by("starts_at")] == sorted(
        datetime.fromisoformat(each).astimezone(UTC).isoformat() for each in times[:2]
    )


def test_desk_that_cannot_send_is_told_so_and_may_pass_the_links_on(
    officer: Actor, client_of: ClientOf, filled: dict[str, object]
) -> None:
    client, start = client_of(officer), f"{filled['first']}T09:00:00+07:00"

    refused = client.post("/meetings/polls/new/", {**filled, "ask": "1", "start": start, "by_mail": "on"})
    assert refused.status_code == 422
    assert not Poll.objects.exists()

    assert client.post("/meetings/polls/new/", {**filled, "ask": "1", "start": start}).status_code == 302
    poll = Poll.objects.get()
    assert "/poll/" in client.get(f"/meetings/polls/{poll.pk}/").content.decode()


def test_without_a_ticked_time_nothing_is_asked_and_nothing_is_lost(
    officer: Actor, client_of: ClientOf, filled: dict[str, object]
) -> None:
    answer = client_of(officer).post("/meetings/polls/new/", {**filled, "ask": "1"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Choose at least one time." in page
    assert 'value="Rapat koordinasi"' in page


def test_window_that_runs_backwards_is_refused(
    officer: Actor, client_of: ClientOf, filled: dict[str, object]
) -> None:
    filled["last"] = str(timezone.localdate())
    answer = client_of(officer).post("/meetings/polls/new/", {**filled, "find": "1"})
    assert answer.status_code == 422
    assert "The last day comes before the first." in answer.content.decode()


def test_guest_answers_by_their_link_on_their_clock(officer: Actor, client: Client) -> None:
    poll = asked(officer, partner(officer, time_zone="Asia/Tokyo", languages=["en"]))
    guest = poll.guests.get()
    path = link_of(guest).partition("://")[2].partition("/")[2]
    slots = list(poll.slots.order_by("starts_at"))

    page = client.get(f"/{path}").content.decode()
    assert "12:00–13:00 JST (UTC+9)" in page
    assert "10:00–11:00" in client.get(f"/{path}", {"zone": "Asia/Jakarta"}).content.decode()
    assert not PollVote.objects.exists()

    answer = client.post(
        f"/{path}", {f"slot-{slots[0].pk}": "yes", f"slot-{slots[1].pk}": "maybe", "slot-x": "yes"}
    )
    assert answer.status_code == 302
    assert "Thank you" in client.get(f"/{path}").content.decode()
    assert PollVote.objects.count() == 2


def test_guest_who_says_nothing_is_told_so_and_loses_nothing(officer: Actor, client: Client) -> None:
    guest = asked(officer, partner(officer, languages=["en"])).guests.get()
    path = link_of(guest).partition("://")[2].partition("/")[2]
    answer = client.post(f"/{path}", {})
    assert answer.status_code == 422
    assert "Say of at least one time" in answer.content.decode()


def test_guest_learns_what_was_decided(officer: Actor, client: Client) -> None:
    poll = asked(officer, partner(officer, time_zone="Asia/Tokyo", languages=["en"]))
    decide(officer, poll, poll.slots.order_by("starts_at").values_list("pk", flat=True)[0])
    path = link_of(poll.guests.get()).partition("://")[2].partition("/")[2]
    assert "has decided: " in client.get(f"/{path}").content.decode()


def test_colleague_does_not_answer_for_a_guest(officer: Actor, client_of: ClientOf) -> None:
    poll = asked(officer, partner(officer))
    path = link_of(poll.guests.get()).partition("://")[2].partition("/")[2]
    answer = client_of(officer).post(f"/{path}", {f"slot-{poll.slots.all()[0].pk}": "yes"})
    assert answer.status_code == 403
    assert not PollVote.objects.exists()


def test_mangled_link_is_told_so(client: Client) -> None:
    assert client.get("/poll/kacau/").status_code == 404


def test_poll_is_on_today_until_it_is_decided(officer: Actor, client_of: ClientOf) -> None:
    poll = asked(officer, partner(officer))
    client = client_of(officer)
    assert f"/meetings/polls/{poll.pk}/" in client.get("/").content.decode()
    client.post(f"/meetings/polls/{poll.pk}/decision/", {"slot": poll.slots.all()[0].pk})
    assert f"/meetings/polls/{poll.pk}/" not in client.get("/").content.decode()


def test_time_that_was_taken_meanwhile_is_decided_knowingly(officer: Actor, client_of: ClientOf) -> None:
    poll = asked(officer, partner(officer))
    slot = poll.slots.order_by("starts_at")[0]
    plan_meeting(officer, "Sela", times=Times(slot.starts_at, slot.ends_at), zone="Asia/Jakarta")
    client, address = client_of(officer), f"/meetings/polls/{poll.pk}/decision/"

    asked_first = client.post(address, {"slot": slot.pk})
    done = client.post(address, {"slot": slot.pk, "allowed": "on"})

    assert asked_first.status_code == 422
    assert "is taken at that time by “Sela”" in asked_first.content.decode()
    assert f'<input type="hidden" name="slot" value="{slot.pk}">' in asked_first.content.decode()
    assert done.status_code == 302
