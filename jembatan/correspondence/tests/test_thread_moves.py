"""Splitting, merging, and taking both back."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.merge import merge_threads
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.split import split_thread, undo_move
from jembatan.correspondence.models import Message, Thread, ThreadLink, ThreadMove
from jembatan.correspondence.queries.inbox import threads_in
from jembatan.correspondence.queries.merging import merge_candidates
from jembatan.correspondence.tests import scene
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


def ids(thread: Thread) -> list[int]:
    return list(thread.messages.order_by("pk").values_list("pk", flat=True))


def test_split_takes_the_message_and_all_after_it(drafter: Actor) -> None:
    talk = scene.thread(drafter.desk, marking=Marking.AMBER, owner=drafter.user)
    first, second, third = scene.message(talk), scene.answer(talk), scene.message(talk, subject="Hal lain")

    move = split_thread(drafter, talk, first=second)

    talk.refresh_from_db()
    assert (ids(talk), ids(move.target)) == ([first.pk], [second.pk, third.pk])
    assert (talk.message_count, talk.turn) == (1, "ours")
    part = Thread.objects.get(pk=move.target_id)
    assert (part.message_count, part.turn, part.marking, part.owner) == (
        2,
        "ours",
        Marking.AMBER,
        drafter.user,
    )
    assert Message.objects.get(pk=third.pk).placement == Message.Placement.MOVED


def test_answers_follow_a_split(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    first = scene.message(talk, references=["dulu@laut.example"])
    second = scene.message(talk, references=["dulu@laut.example", "hilang@laut.example"])
    for missing in ("dulu@laut.example", "hilang@laut.example"):
        ThreadLink.objects.create(desk=officer.desk, message_id=missing, thread=talk)

    move = split_thread(officer, talk, first=second)

    assert sorted(talk.links.values_list("message_id", flat=True)) == sorted(
        ["dulu@laut.example", first.message_id]
    )
    assert sorted(move.target.links.values_list("message_id", flat=True)) == sorted(
        ["hilang@laut.example", second.message_id]
    )


def test_split_at_the_first_message_is_refused(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    first = scene.message(talk)
    scene.message(talk)

    with pytest.raises(Refused):
        split_thread(officer, talk, first=first)


def test_undone_split_is_as_before(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    scene.message(talk)
    second = scene.answer(talk, placement=Message.Placement.REPLY)
    before = (ids(talk), set(talk.links.values_list("message_id", flat=True)))

    undo_move(officer, split_thread(officer, talk, first=second))

    assert (ids(talk), set(talk.links.values_list("message_id", flat=True))) == before
    assert Message.objects.get(pk=second.pk).placement == Message.Placement.REPLY
    assert [thread.pk for thread in threads_in(officer)] == [talk.pk]
    talk.refresh_from_db()
    assert (talk.message_count, talk.turn) == (2, "theirs")


def test_merge_moves_everything_and_keeps_the_higher_marking(officer: Actor, second_officer: Actor) -> None:
    source = scene.conversation(officer.desk, "Tanya")
    target = scene.conversation(officer.desk, "Jawab")
    Thread.objects.filter(pk=source.pk).update(marking=Marking.RED, owner=second_officer.user)

    merge_threads(officer, source, target=target)

    target.refresh_from_db()
    assert (target.message_count, target.marking, target.owner) == (2, Marking.RED, second_officer.user)
    assert [thread.pk for thread in threads_in(officer)] == [target.pk]


def test_undone_merge_gives_marking_and_owner_back(officer: Actor) -> None:
    source = scene.conversation(officer.desk, "Tanya")
    target = scene.conversation(officer.desk, "Jawab")
    Thread.objects.filter(pk=source.pk).update(marking=Marking.RED, owner=officer.user)

    undo_move(officer, merge_threads(officer, source, target=target))

    target.refresh_from_db()
    source.refresh_from_db()
    assert (source.message_count, target.message_count) == (1, 1)
    assert (target.marking, target.owner) == (Marking.GREEN, None)


def test_undo_of_a_merge_keeps_a_marking_that_was_raised_since(officer: Actor) -> None:
    source = scene.conversation(officer.desk, "Tanya")
    target = scene.conversation(officer.desk, "Jawab")
    move = merge_threads(officer, source, target=target)
    Thread.objects.filter(pk=target.pk).update(marking=Marking.RED)

    undo_move(officer, move)

    target.refresh_from_db()
    assert target.marking == Marking.RED


def test_move_can_be_undone_once(officer: Actor) -> None:
    move = merge_threads(
        officer, scene.conversation(officer.desk, "A"), target=scene.conversation(officer.desk, "B")
    )
    undo_move(officer, move)

    with pytest.raises(Refused):
        undo_move(officer, move)


def test_messages_moved_again_cannot_be_taken_back(officer: Actor) -> None:
    first = scene.conversation(officer.desk, "A")
    second = scene.conversation(officer.desk, "B")
    third = scene.conversation(officer.desk, "C")
    move = merge_threads(officer, first, target=second)
    merge_threads(officer, second, target=third)

    with pytest.raises(Refused):
        undo_move(officer, move)


def test_restricted_dossier_is_not_opened_by_a_merge(head: Actor) -> None:
    secret = scene.conversation(head.desk, "Rahasia")
    scene.restrict(secret)
    plain = scene.conversation(head.desk, "Biasa")

    with pytest.raises(Refused):
        merge_threads(head, secret, target=plain)
    with pytest.raises(Refused):
        merge_threads(head, plain, target=secret)


def test_merge_with_itself_is_refused(officer: Actor) -> None:
    talk = scene.conversation(officer.desk)

    with pytest.raises(Refused):
        merge_threads(officer, talk, target=talk)


def test_readers_and_strangers_move_nothing(officer: Actor, reader: Actor, stranger: Actor) -> None:
    talk = scene.thread(officer.desk)
    scene.message(talk)
    second = scene.message(talk)
    other = scene.conversation(officer.desk, "Lain")

    with pytest.raises(PermissionDenied):
        split_thread(reader, talk, first=second)
    with pytest.raises(PermissionDenied):
        merge_threads(reader, talk, target=other)
    with pytest.raises(Thread.DoesNotExist):
        split_thread(stranger, talk, first=second)
    with pytest.raises(Thread.DoesNotExist):
        merge_threads(stranger, talk, target=other)


def test_candidates_are_those_with_the_same_people_or_with_the_words(officer: Actor) -> None:
    talk = scene.conversation(officer.desk, "Nota kesepahaman")
    scene.conversation(officer.desk, "Kunjungan kerja")
    scene.message(scene.thread(officer.desk, "Anggaran tahun depan"), email="lain@lain.example")

    assert [row.thread.subject for row in merge_candidates(officer, talk)] == ["Kunjungan kerja"]
    assert [row.thread.subject for row in merge_candidates(officer, talk, text="depan ANGGARAN")] == [
        "Anggaran tahun depan"
    ]


def test_split_page_leads_to_the_new_conversation_and_back(drafter: Actor, client_of: ClientOf) -> None:
    talk = scene.thread(drafter.desk)
    scene.message(talk)
    second = scene.message(talk)
    client = client_of(drafter)

    response = client.post(f"/messages/{second.pk}/split/")

    move = ThreadMove.objects.get()
    assert response.headers["Location"] == f"/threads/{move.target_id}/"
    page = client.get(response.headers["Location"]).text
    assert f"/thread-moves/{move.pk}/undo/" in page
    assert client.post(f"/thread-moves/{move.pk}/undo/").headers["Location"] == f"/threads/{talk.pk}/"
    assert ids(talk) == list(Message.objects.order_by("pk").values_list("pk", flat=True))


def test_merge_page_finds_and_merges(officer: Actor, client_of: ClientOf) -> None:
    talk = scene.conversation(officer.desk, "Nota kesepahaman")
    other = scene.conversation(officer.desk, "Kunjungan kerja")
    client = client_of(officer)

    assert "Kunjungan kerja" in client.get(f"/threads/{talk.pk}/merging/").text
    fragment = client.get(f"/threads/{talk.pk}/merging/?q=kunjungan", headers={"HX-Request": "true"}).text
    assert "Kunjungan kerja" in fragment
    assert "<html" not in fragment
    response = client.post(f"/threads/{talk.pk}/merging/", {"target": other.pk})
    assert response.headers["Location"] == f"/threads/{other.pk}/"
    assert client.get(f"/threads/{talk.pk}/").headers["Location"] == f"/threads/{other.pk}/"


def test_move_pages_refuse_readers_and_know_no_strangers(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    talk = scene.thread(officer.desk)
    scene.message(talk)
    second = scene.message(talk)
    other = scene.conversation(officer.desk, "Lain")
    move = split_thread(officer, talk, first=second)

    for path in (
        f"/messages/{second.pk}/split/",
        f"/threads/{talk.pk}/merging/",
        f"/thread-moves/{move.pk}/undo/",
    ):
        assert client_of(reader).post(path, {"target": other.pk}).status_code == 403
        assert client_of(stranger).post(path, {"target": other.pk}).status_code == 404


def test_targets_of_other_desks_are_unknown(officer: Actor, stranger: Actor, client_of: ClientOf) -> None:
    talk = scene.conversation(officer.desk)
    theirs = scene.conversation(stranger.desk)

    for target in (theirs.pk, "x", ""):
        assert client_of(officer).post(f"/threads/{talk.pk}/merging/", {"target": target}).status_code == 404
