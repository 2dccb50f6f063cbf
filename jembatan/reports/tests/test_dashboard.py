"""How the desk stands: each relation with its reasons, answering times, promises both ways, who carries what."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep, withdraw
from jembatan.commitments.models import Commitment
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.correspondence.models import Message, Sender, Thread
from jembatan.correspondence.tests.letters import PARTNER, US
from jembatan.correspondence.tests.test_answers import filed
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import Counterpart, Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.reports.queries.dashboard import relations
from jembatan.reports.queries.dashboard.answers import answers_of
from jembatan.reports.queries.dashboard.promises import keeping_of
from jembatan.reports.queries.dashboard.relations import relations_of
from jembatan.reports.queries.dashboard.workload import workload_of
from jembatan.reports.web.pages.dashboard import taken

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def asked(officer: Actor, ministry: Organisation) -> Thread:
    """The ministry has asked three hours ago, and is a day past its date."""
    thread = filed(officer, (PARTNER, "Could you send the draft?"))
    now = timezone.now()
    Sender.objects.filter(email=PARTNER).update(organisation=ministry)
    Message.objects.update(sent_at=now - timedelta(hours=3))
    Thread.objects.update(due_at=now - timedelta(days=1), last_at=now, owner=officer.user)
    return thread


def _reasons(actor: Actor) -> dict[str, list[str]]:
    shown = relations_of(actor, timezone.now()).shown
    return {str(each.organisation): [reason.text for reason in each.reasons] for each in shown}


def test_relation_says_why_it_is_strained(
    officer: Actor, asked: Thread, budi: Person, ministry: Organisation
) -> None:
    ours(officer, budi, due=in_days(officer, -3))
    asked_for = ours(officer, budi, "send the maps", due=in_days(officer, -3))
    Commitment.objects.filter(pk=asked_for.pk).update(grade=Commitment.Grade.ASKED)
    Commitment.objects.update(organisation=ministry)
    assert _reasons(officer) == {
        "Kementerian Kelautan": [
            "We have broken 1 promise.",
            "We are late with 1 answer.",
            "Nobody of us answers for them.",
        ]
    }
    [relation] = relations_of(officer, timezone.now()).shown
    assert relation.serious


def test_partner_who_is_silent_is_told_where_somebody_answers_for_them(
    officer: Actor, ministry: Organisation
) -> None:
    add_organisation(officer, "Port of Halvern")
    Organisation.objects.update(last_active_at=timezone.now() - timedelta(days=70))
    assert officer.user is not None
    Counterpart.objects.create(desk=officer.desk, organisation=ministry, lead=officer.user)
    assert _reasons(officer) == {"Kementerian Kelautan": ["Nothing has happened for 70 days."]}
    assert relations_of(officer, timezone.now()).others == 1


def test_all_that_are_silent_are_counted_and_none_that_is_gone(
    officer: Actor, budi: Person, ministry: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert officer.user is not None
    monkeypatch.setattr(relations, "SHOWN", 1)
    for name in ("One", "Two", "Three", "Four"):
        partner = add_organisation(officer, name)
        Counterpart.objects.create(desk=officer.desk, organisation=partner, lead=officer.user)
    broken = ours(officer, budi, due=in_days(officer, -3))
    Commitment.objects.filter(pk=broken.pk).update(organisation=ministry)
    Organisation.objects.update(last_active_at=timezone.now() - timedelta(days=70))
    Organisation.objects.filter(pk=ministry.pk).update(removed_at=timezone.now())
    found = relations_of(officer, timezone.now())
    assert (len(found.shown), found.strained, found.others) == (1, 4, 0)


def test_nothing_behind_a_restricted_dossier_is_a_reason(officer: Actor, head: Actor, asked: Thread) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    Thread.objects.update(dossier=secret)
    assert _reasons(officer) == {}
    assert [load.answers for load in workload_of(officer, timezone.now()) if load.user == officer.user] == [0]
    assert len(_reasons(head)) == 1


def test_answers_are_timed_on_both_sides(officer: Actor) -> None:
    now = timezone.now()
    thread = filed(officer, (PARTNER, "Could you?"), (US, "Here it is. Do you agree?"), (PARTNER, "We do."))
    for message, hours in zip(thread.messages.order_by("sent_at"), (30, 20, 2), strict=True):
        Message.objects.filter(pk=message.pk).update(sent_at=now - timedelta(hours=hours))
    Thread.objects.update(last_at=now)
    found = [(each.ours, each.count, taken(each.median)) for each in answers_of(officer, now)]
    assert found == [(True, 1, "10 hours"), (False, 1, "18 hours")]


def test_promises_are_judged_both_ways(officer: Actor, budi: Person) -> None:
    keep(officer, ours(officer, budi, due=in_days(officer, 1)))
    keep(officer, ours(officer, budi, due=in_days(officer, -1)))
    withdraw(officer, ours(officer, budi), "No need")
    ours(officer, budi)
    theirs(officer, budi, due=in_days(officer, -1))
    asked = theirs(officer, budi, "send the list", due=in_days(officer, -1))
    Commitment.objects.filter(pk=asked.pk).update(grade=Commitment.Grade.ASKED)
    mine, yours = keeping_of(officer, timezone.now())
    assert (mine.in_time, mine.later, mine.withdrawn, mine.late, mine.open, mine.share) == (1, 1, 1, 0, 1, 33)
    assert (yours.late, yours.share) == (1, 0)


def test_workload_counts_what_each_colleague_carries(officer: Actor, asked: Thread, budi: Person) -> None:
    ours(officer, budi)
    [first, *_others] = workload_of(officer, timezone.now())
    assert (first.user, first.answers, first.late, first.promises) == (officer.user, 1, 1, 1)


def test_page_asks_a_constant_number_of_questions(
    client_of: ClientOf,
    officer: Actor,
    budi: Person,
    asked: Thread,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address = client_of(officer), reverse("reports:dashboard")
    client.get(address)
    for count in (1, 3):
        for number in range(count):
            partner = add_organisation(officer, f"Partner {count} {number}")
            promise = theirs(officer, budi, due=in_days(officer, -number - 1))
            Commitment.objects.filter(pk=promise.pk).update(organisation=partner)
        with django_assert_max_num_queries(22):
            assert "We are late with 1 answer." in client.get(address).content.decode()
