"""The inbox: which conversations, in which order, for whom."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Sender, Thread
from jembatan.correspondence.queries.exchanges import last_exchanges, open_threads
from jembatan.correspondence.queries.inbox import Filters, threads_in, turn_counts
from jembatan.correspondence.queries.listing import list_threads
from jembatan.correspondence.queries.rows import page_of
from jembatan.correspondence.tests import scene

type ClientOf = Callable[[Actor], Client]


def subjects(actor: Actor, **filters: Any) -> list[str]:
    return [thread.subject for thread in threads_in(actor, Filters(**filters))]


def test_turn_filter_shows_whose_turn_it_is(officer: Actor) -> None:
    scene.conversation(officer.desk, "Mereka menunggu")
    scene.conversation(officer.desk, "Kami menunggu", answered=True)

    assert subjects(officer, turn="ours") == ["Mereka menunggu"]
    assert subjects(officer, turn="theirs") == ["Kami menunggu"]
    assert turn_counts(officer, Filters()) == {"ours": 1, "theirs": 1, "nobodys": 0}


def test_owner_filters_tell_mine_from_nobodys(officer: Actor, second_officer: Actor) -> None:
    scene.conversation(officer.desk, "Milik Bagus")
    scene.conversation(officer.desk, "Milik Maria")
    scene.conversation(officer.desk, "Belum ada")
    Thread.objects.filter(subject="Milik Bagus").update(owner=officer.user)
    Thread.objects.filter(subject="Milik Maria").update(owner=second_officer.user)

    assert subjects(officer, owner="mine") == ["Milik Bagus"]
    assert subjects(officer, owner="nobody") == ["Belum ada"]


def test_done_threads_leave_the_open_list(officer: Actor) -> None:
    closed = scene.conversation(officer.desk, "Selesai")
    scene.conversation(officer.desk, "Terbuka")
    Thread.objects.filter(pk=closed.pk).update(done_at=timezone.now())

    assert subjects(officer) == ["Terbuka"]
    assert subjects(officer, done=True) == ["Selesai"]


def test_organisation_filter_finds_writers_and_receivers(officer: Actor) -> None:
    ministry = scene.organisation(officer.desk)
    scene.conversation(officer.desk, "Dari kementerian")
    asked = scene.thread(officer.desk, "Kepada kementerian")
    scene.answer(asked, to=("sekretariat@laut.example",))
    scene.message(scene.thread(officer.desk, "Lain"), email="lain@lain.example")
    Sender.objects.filter(email__endswith="@laut.example").update(organisation=ministry)

    assert sorted(subjects(officer, organisation_id=ministry.pk)) == [
        "Dari kementerian",
        "Kepada kementerian",
    ]


def test_person_filter_finds_their_mail(officer: Actor) -> None:
    budi = scene.person(officer.desk)
    scene.conversation(officer.desk, "Dari Budi")
    scene.message(scene.thread(officer.desk, "Lain"), email="lain@lain.example")
    Sender.objects.filter(email="budi@laut.example").update(person=budi)

    assert subjects(officer, person_id=budi.pk) == ["Dari Budi"]


def test_language_and_period_narrow_the_list(officer: Actor) -> None:
    scene.message(scene.thread(officer.desk, "Indonesia"))
    scene.message(scene.thread(officer.desk, "English"), language="en", hours=48)

    assert subjects(officer, language="en") == ["English"]
    assert subjects(officer, start=scene.BEGINNING + timedelta(hours=24)) == ["English"]
    assert subjects(officer, end=scene.BEGINNING + timedelta(hours=24)) == ["Indonesia"]


def test_restricted_dossier_hides_its_threads_from_outsiders(
    head: Actor, officer: Actor, second_officer: Actor
) -> None:
    secret = scene.conversation(head.desk, "Rahasia")
    assert second_officer.user is not None
    dossier = scene.restrict(secret, second_officer.user)

    assert subjects(head) == ["Rahasia"]
    assert subjects(second_officer, dossier_id=dossier.pk) == ["Rahasia"]
    assert subjects(officer) == []


def test_stranger_sees_none_of_our_threads(officer: Actor, stranger: Actor) -> None:
    scene.conversation(officer.desk)

    assert subjects(stranger) == []


def test_pages_of_thirty_leave_nothing_out(officer: Actor) -> None:
    for number in range(65):
        scene.message(scene.thread(officer.desk, f"Surat {number}"), hours=number // 2)
    for number in range(3):
        scene.message(scene.thread(officer.desk, f"Tanpa tanggal {number}"), sent_at=None)

    seen: list[str] = []
    mark = ""
    while True:
        page = page_of(officer, threads_in(officer), mark=mark)
        seen += [row.thread.subject for row in page.rows]
        if not (mark := page.next_after):
            break

    assert len(seen) == 68
    assert len(set(seen)) == 68
    assert seen[-3:] == ["Tanpa tanggal 2", "Tanpa tanggal 1", "Tanpa tanggal 0"]


def test_nonsense_marks_show_the_beginning(officer: Actor) -> None:
    scene.conversation(officer.desk)

    for mark in ("", "x", "2026|x", "kemarin|3", "|"):
        assert len(page_of(officer, threads_in(officer), mark=mark).rows) == 1


def test_row_shows_the_other_side_and_our_last_words(officer: Actor) -> None:
    ministry = scene.organisation(officer.desk)
    talk = scene.conversation(officer.desk, answered=True)
    Sender.objects.filter(email="budi@laut.example").update(organisation=ministry)
    scene.attachment(talk.messages.get(ours=False))

    [row] = page_of(officer, threads_in(officer)).rows

    assert row.who is not None
    assert (row.who.name, row.who.organisation) == ("Budi Santoso", ministry)
    assert row.snippet == "Terlampir tanggapan kami."
    assert row.ours_last is True
    assert row.has_attachments is True


def test_row_of_a_letter_without_answer_shows_its_receiver(officer: Actor) -> None:
    scene.answer(scene.thread(officer.desk), to=("tata@lain.example",))

    [row] = page_of(officer, threads_in(officer)).rows

    assert row.who is not None
    assert row.who.name == "tata@lain.example"


def test_snippet_leaves_the_quotation_out(officer: Actor) -> None:
    scene.message(scene.thread(officer.desk), text="Setuju.\n\n> Apakah Bapak setuju?\n")

    [row] = page_of(officer, threads_in(officer)).rows

    assert row.snippet == "Setuju."


@pytest.mark.parametrize("threads", [1, 3])
def test_rows_need_three_queries(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, threads: int
) -> None:
    for number in range(threads):
        scene.conversation(officer.desk, f"Surat {number}")

    with django_assert_num_queries(3):
        page_of(officer, threads_in(officer))


def test_open_threads_are_those_where_someone_has_to_speak(officer: Actor) -> None:
    budi = scene.person(officer.desk)
    waiting = scene.conversation(officer.desk, "Menunggu")
    closed = scene.conversation(officer.desk, "Selesai")
    Thread.objects.filter(pk=closed.pk).update(done_at=timezone.now())
    Sender.objects.filter(email="budi@laut.example").update(person=budi)

    assert open_threads(officer, budi) == [waiting]


def test_last_exchanges_are_what_was_written_and_received(officer: Actor, stranger: Actor) -> None:
    budi = scene.person(officer.desk)
    talk = scene.conversation(officer.desk, answered=True)
    Sender.objects.filter(email="budi@laut.example").update(person=budi)

    latest = last_exchanges(officer, budi, 5)

    assert [message.pk for message in latest] == list(
        talk.messages.order_by("-pk").values_list("pk", flat=True)
    )
    assert last_exchanges(stranger, budi, 5) == []


def test_listing_names_turn_and_people(officer: Actor) -> None:
    talk = scene.conversation(officer.desk)

    assert list_threads(officer, 10) == [
        {
            "id": talk.pk,
            "name": "Nota kesepahaman",
            "who": "Budi Santoso",
            "organisation": "",
            "turn": "ours",
            "since": scene.BEGINNING,
            "messages": 1,
            "last_active": scene.BEGINNING,
        }
    ]
