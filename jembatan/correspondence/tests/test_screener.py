"""The screener: unknown addresses become people, or not."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.screener import accept, decline, link, put_off, take_back
from jembatan.correspondence.actions.timelines import enter_on_timelines
from jembatan.correspondence.models import Sender
from jembatan.correspondence.queries.screener import candidates, page_of
from jembatan.correspondence.tests import scene
from jembatan.directory.models import ContactPoint
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import EntryParty
from jembatan.journal.queries.timeline import entries_of

type ClientOf = Callable[[Actor], Client]


def emails(actor: Actor) -> list[str]:
    return [row.sender.email for row in page_of(actor).rows]


def test_latest_senders_come_first_with_their_latest_subject(officer: Actor) -> None:
    scene.message(scene.thread(officer.desk, "Lama"), email="ani@laut.example", hours=1)
    scene.message(scene.thread(officer.desk, "Baru"), email="budi@laut.example", hours=2)

    rows = page_of(officer).rows

    assert [(row.sender.email, row.message.subject if row.message else "") for row in rows] == [
        ("budi@laut.example", "Baru"),
        ("ani@laut.example", "Lama"),
    ]


def test_senders_heard_of_in_closed_dossiers_alone_stay_closed(officer: Actor, head: Actor) -> None:
    sender = scene.waiting(officer.desk)
    scene.restrict(sender.messages.get().thread)

    assert page_of(officer).rows == []
    assert [row.sender for row in page_of(head).rows] == [sender]


def test_organisation_is_suggested_by_domain(officer: Actor) -> None:
    ministry = scene.organisation(officer.desk, domains=["laut.example"])
    scene.waiting(officer.desk, "budi@biro.laut.example")

    [row] = page_of(officer).rows

    assert row.suggested == ministry


def test_pages_of_thirty_leave_nobody_out(officer: Actor) -> None:
    for number in range(62):
        scene.sender(
            officer.desk, f"orang{number}@laut.example", last_at=None if number < 5 else scene.BEGINNING
        )

    seen: list[str] = []
    after = ""
    while True:
        page = page_of(officer, after=after)
        seen += [row.sender.email for row in page.rows]
        if not (after := page.next_after):
            break

    assert len(seen) == len(set(seen)) == 62


@pytest.mark.parametrize("senders", [1, 3])
def test_screener_needs_the_same_queries_for_any_number_of_rows(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, senders: int
) -> None:
    scene.organisation(officer.desk, domains=["laut.example"])
    for number in range(senders):
        scene.waiting(officer.desk, f"orang{number}@laut.example")

    with django_assert_num_queries(5):
        page_of(officer)


def test_accepted_sender_is_a_person_with_address_and_post(officer: Actor) -> None:
    ministry = scene.organisation(officer.desk)
    sender = scene.waiting(officer.desk)

    person = accept(officer, sender, full_name="Budi Santoso", organisation=ministry)

    sender.refresh_from_db()
    assert (sender.state, sender.person, sender.organisation) == (Sender.State.KNOWN, person, ministry)
    assert [point.value for point in person.contact_points.all()] == ["budi@laut.example"]
    assert [position.organisation for position in person.positions.all()] == [ministry]
    assert emails(officer) == []


def test_accepted_sender_may_bring_a_new_organisation(officer: Actor) -> None:
    accept(officer, scene.waiting(officer.desk), full_name="Budi", new_organisation="Yayasan Bahari")

    assert [each.name for each in visible_organisations(officer)] == ["Yayasan Bahari"]


def test_taking_an_acceptance_back_removes_what_it_made(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)
    accept(officer, sender, full_name="Budi", new_organisation="Yayasan Bahari")

    take_back(officer, sender)

    sender.refresh_from_db()
    assert (sender.state, sender.person, sender.organisation) == (Sender.State.WAITING, None, None)
    assert list(visible_people(officer)) == []
    assert list(visible_organisations(officer)) == []


def test_known_person_gets_another_address_and_gives_it_back(officer: Actor) -> None:
    budi = scene.person(officer.desk)
    sender = scene.waiting(officer.desk, "budi.pribadi@surat.example")

    link(officer, sender, person=budi)
    assert list(budi.contact_points.values_list("normal", flat=True)) == ["budi.pribadi@surat.example"]
    take_back(officer, sender)

    sender.refresh_from_db()
    assert (sender.state, sender.person) == (Sender.State.WAITING, None)
    assert not ContactPoint.objects.filter(person=budi).exists()
    assert list(visible_people(officer)) == [budi]


def test_declined_sender_says_why_and_waits_no_more(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)

    with pytest.raises(Refused):
        decline(officer, sender, reason=" ")
    decline(officer, sender, reason="Iklan")

    sender.refresh_from_db()
    assert (sender.state, sender.reason, sender.decided_by) == (Sender.State.DECLINED, "Iklan", officer.user)
    assert emails(officer) == []


def test_put_off_sender_comes_back(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)

    put_off(officer, sender)
    assert emails(officer) == []
    Sender.objects.update(put_off_until=timezone.now())
    assert emails(officer) == ["budi@laut.example"]


def test_put_off_can_be_taken_back(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)
    put_off(officer, sender)

    take_back(officer, sender)

    assert emails(officer) == ["budi@laut.example"]


def test_answered_address_is_answered_once(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)
    accept(officer, sender, full_name="Budi")

    with pytest.raises(Refused):
        decline(officer, sender, reason="Iklan")
    with pytest.raises(Refused):
        take_back(officer, scene.sender(officer.desk, "lain@lain.example", state=Sender.State.KNOWN))


def test_drafters_readers_and_strangers_answer_nothing(
    officer: Actor, drafter: Actor, reader: Actor, stranger: Actor
) -> None:
    sender = scene.waiting(officer.desk)
    budi = scene.person(officer.desk)

    for actor, refusal in (
        (drafter, PermissionDenied),
        (reader, PermissionDenied),
        (stranger, Sender.DoesNotExist),
    ):
        with pytest.raises(refusal):
            accept(actor, sender, full_name="Budi")
        with pytest.raises(refusal):
            link(actor, sender, person=budi)
        with pytest.raises(refusal):
            decline(actor, sender, reason="Iklan")
        with pytest.raises(refusal):
            put_off(actor, sender)
        with pytest.raises(refusal):
            take_back(actor, sender)


def test_older_mail_appears_on_the_timeline_once(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)
    message = sender.messages.get()
    entry = record(officer, Line(kind="mail.received", summary="Mail", source=("message", message.pk)))
    record(officer, Line(kind="mail.received", summary="Lain", source=("message", message.pk + 1)))
    person = accept(officer, sender, full_name="Budi", new_organisation="Yayasan Bahari")

    assert enter_on_timelines(sender.pk) == 2
    assert enter_on_timelines(sender.pk) == 0
    assert entry in entries_of(officer, person)
    assert EntryParty.objects.filter(person_id=person.pk, entry__source_kind="message").count() == 1


def test_taken_back_answer_leaves_the_timelines_alone(officer: Actor) -> None:
    sender = scene.waiting(officer.desk)
    record(officer, Line(kind="mail.received", summary="Mail", source=("message", sender.messages.get().pk)))
    accept(officer, sender, full_name="Budi")
    take_back(officer, sender)

    assert enter_on_timelines(sender.pk) == 0
    assert not EntryParty.objects.filter(entry__source_kind="message").exists()


def test_people_with_a_like_name_are_proposed(officer: Actor, stranger: Actor) -> None:
    budi = scene.person(officer.desk, "Budi Santoso")
    scene.person(officer.desk, "Siti Rahma")
    scene.person(stranger.desk, "Budi Santoso")

    assert candidates(officer, scene.waiting(officer.desk)) == [budi]
    assert candidates(officer, scene.waiting(officer.desk), text="budi santosa") == [budi]
