"""A partner sees their own steps by a link, answers, and what they ask for is ours to accept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import close_dossier, open_dossier, reopen_dossier
from jembatan.dossiers.actions.follow_up import (
    LinkOver,
    answer_step,
    close_follow_up,
    open_follow_up,
    reopen_follow_up,
    settle_answer,
)
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.steps import StepContent, add_step
from jembatan.dossiers.models import Dossier, FollowUp, Step, StepAnswer
from jembatan.dossiers.queries.follow_up import answers_for_us, link_of, to
from jembatan.dossiers.web import panels
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
SECRET = "Wisanggeni"
Kind = StepAnswer.Kind


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation, budi: Person) -> Dossier:
    """Restricted; whatever is not the ministry's to see says the secret word."""
    opened = open_dossier(officer, f"Perkara {SECRET}", objective=SECRET, marking=Marking.AMBER)
    for party in (ministry, budi):
        add_party(officer, opened, party)
    first = add_step(officer, opened, StepContent(title=f"Kita {SECRET}"))
    add_step(officer, opened, StepContent(title=f"Budi {SECRET}", theirs=budi))
    add_step(officer, opened, StepContent(title=f"Rahasia {SECRET}", theirs=ministry, marking=Marking.RED))
    add_step(
        officer,
        opened,
        StepContent(title="Tanggapi draf", theirs=ministry, after=first, ends_on=date(2027, 1, 4)),
    )
    return restrict(officer, opened)


@pytest.fixture
def follow_up(officer: Actor, dossier: Dossier, ministry: Organisation) -> FollowUp:
    return open_follow_up(officer, dossier, ministry, marking=Marking.AMBER, language="en")


@pytest.fixture
def theirs(dossier: Dossier) -> Step:
    return dossier.steps.get(title="Tanggapi draf")


def test_link_shows_their_own_steps_and_nothing_else(
    follow_up: FollowUp, theirs: Step, client: Client, officer: Actor, client_of: ClientOf
) -> None:
    address = link_of(follow_up).removeprefix("http://localhost:8000")
    page = client.get(address)
    assert (page.status_code, "Tanggapi draf" in page.text, SECRET in page.text) == (200, True, False)
    asked = {"step": str(theirs.pk), "kind": "other_day", "words": "Minggu depan"}
    kept = client.post(address, asked)
    assert (kept.status_code, "Minggu depan" in kept.text) == (422, True)
    day = timezone.localdate() + timedelta(days=60)
    assert client.post(address, asked | {"day": day.isoformat()}).status_code == 302
    assert "Minggu depan" in client.get(address).text
    assert client.post(address, asked | {"kind": "x"}).status_code == 422
    assert client_of(officer).post(address, asked).status_code == 403
    hidden = Step.objects.get(title__startswith="Rahasia")
    assert client.post(address, {"step": str(hidden.pk), "kind": "done"}).status_code == 422
    assert StepAnswer.objects.get().day == day


def test_what_they_ask_for_is_ours_to_accept(
    officer: Actor, reader: Actor, follow_up: FollowUp, theirs: Step
) -> None:
    day = timezone.localdate() + timedelta(days=60)
    with pytest.raises(Refused):
        answer_step(to(follow_up), theirs.pk, Kind.OTHER_DAY, day=date(2020, 1, 1))
    assert answer_step(to(follow_up), theirs.pk, Kind.CONFIRMED).settled_at is not None
    first = answer_step(to(follow_up), theirs.pk, Kind.DONE)
    moved = answer_step(to(follow_up), theirs.pk, Kind.OTHER_DAY, day=day)
    first.refresh_from_db()
    assert (first.settled_at is None, first.accepted) == (False, False)
    with pytest.raises(PermissionDenied):
        settle_answer(reader, moved, accepted=True)
    settle_answer(officer, moved, accepted=True)
    theirs.refresh_from_db()
    assert (theirs.ends_on, theirs.state) == (day, "open")
    left = answer_step(to(follow_up), theirs.pk, Kind.DONE)
    settle_answer(officer, left, accepted=False)
    theirs.refresh_from_db()
    assert theirs.state == "open"
    settle_answer(officer, answer_step(to(follow_up), theirs.pk, Kind.DONE), accepted=True)
    theirs.refresh_from_db()
    assert theirs.state == "done"
    with pytest.raises(Refused):
        answer_step(to(follow_up), theirs.pk, Kind.DONE)


def test_link_ends(
    officer: Actor,
    drafter: Actor,
    follow_up: FollowUp,
    theirs: Step,
    ministry: Organisation,
    client: Client,
) -> None:
    link, dossier = to(follow_up), follow_up.dossier
    with pytest.raises(PermissionDenied):
        open_follow_up(drafter, dossier, ministry, marking=Marking.AMBER, language="en")
    with pytest.raises(Refused):
        open_follow_up(officer, dossier, ministry, marking=Marking.RED, language="en")
    close_follow_up(officer, follow_up)
    with pytest.raises(LinkOver):
        answer_step(link, theirs.pk, Kind.DONE)
    assert client.get(link_of(follow_up).removeprefix("http://localhost:8000")).status_code == 410
    reopen_follow_up(officer, follow_up)
    answer_step(link, theirs.pk, Kind.CONFIRMED)
    again = open_follow_up(officer, dossier, ministry, marking=Marking.GREEN, language="en")
    with pytest.raises(LinkOver):
        answer_step(link, theirs.pk, Kind.DONE)
    with pytest.raises(Step.DoesNotExist):
        answer_step(to(again), theirs.pk, Kind.DONE)
    close_dossier(officer, dossier)
    with pytest.raises(LinkOver):
        answer_step(to(again), theirs.pk, Kind.DONE)


def test_link_is_given_and_answers_are_settled_on_the_plan(
    officer: Actor, dossier: Dossier, theirs: Step, ministry: Organisation, client_of: ClientOf
) -> None:
    client, address = client_of(officer), f"/dossiers/{dossier.pk}/plan/"
    asked = {"party": f"organisation:{ministry.pk}", "marking": "TLP:AMBER", "language": "id"}
    client.post(f"{address}links/", asked)
    follow_up = FollowUp.objects.get()
    assert link_of(follow_up) in client.get(address).text
    answer = answer_step(to(follow_up), theirs.pk, Kind.DONE, words="Sudah kami kirim")
    assert "Sudah kami kirim" in client.get(address).text
    client.post(f"{address}answers/{answer.pk}/", {"accepted": "yes"})
    assert "Sudah kami kirim" not in client.get(address).text
    client.post(f"{address}links/{follow_up.pk}/closing/")
    assert link_of(follow_up) not in client.get(address).text


def test_what_partners_ask_for_stands_on_today_until_it_is_settled(
    officer: Actor,
    second_officer: Actor,
    reader: Actor,
    stranger: Actor,
    follow_up: FollowUp,
    theirs: Step,
    client_of: ClientOf,
    django_assert_num_queries: DjangoAssertNumQueries,
    rf: RequestFactory,
) -> None:
    with django_assert_num_queries(1):
        assert panels.partners_say(rf.get("/"), officer, None) == ""
    with django_assert_num_queries(0):
        assert panels.partners_say(rf.get("/"), reader, None) == ""
    answer_step(to(follow_up), theirs.pk, Kind.CONFIRMED)
    assert not answers_for_us(officer).exists()
    answer = answer_step(to(follow_up), theirs.pk, Kind.DONE)
    told = f'href="/dossiers/{follow_up.dossier_id}/plan/#partners-say">Tanggapi draf<'
    seen = [told in client_of(each).get("/").text for each in (officer, second_officer, stranger)]
    assert seen == [True, False, False]
    close_dossier(officer, follow_up.dossier)
    assert told not in client_of(officer).get("/").text
    reopen_dossier(officer, follow_up.dossier)
    settle_answer(officer, answer, accepted=False)
    assert told not in client_of(officer).get("/").text


@pytest.mark.parametrize(("number", "more"), [(5, False), (6, True)])
def test_today_shows_the_oldest_and_says_that_more_wait(
    officer: Actor,
    follow_up: FollowUp,
    ministry: Organisation,
    number: int,
    more: bool,
    django_assert_num_queries: DjangoAssertNumQueries,
    rf: RequestFactory,
) -> None:
    request = rf.get("/")
    for each in range(number):
        step = add_step(officer, follow_up.dossier, StepContent(title=f"Langkah {each}", theirs=ministry))
        answer_step(to(follow_up), step.pk, Kind.DONE)
    with django_assert_num_queries(2):
        panel = panels.partners_say(request, officer, None)
    assert [f"Langkah {each}" in panel for each in range(6)] == [True] * 5 + [False]
    assert ("More wait" in panel) == more
