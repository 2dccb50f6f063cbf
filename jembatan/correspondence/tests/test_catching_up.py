"""Mail of before learns what mail is told today."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.catching_up import place_old_lines, settle_old_answers
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.tests import scene
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Placement

YES = "Ya, kami akan hadir. Terima kasih."
TASK = "jembatan.correspondence.jobs.catch_up_with_old_mail"


def asked(officer: Actor, answer: str, *, asks: bool = True) -> Message:
    """Their answer to our question, filed when nobody read it for what it settles."""
    talk = scene.thread(officer.desk)
    scene.answer(talk, text="Apakah Bapak dapat hadir?", asks=asks)
    return scene.message(talk, text=answer)


def test_short_answer_of_before_closes_the_matter(officer: Actor) -> None:
    answer = asked(officer, YES)
    assert answer.thread.turn == Thread.Turn.OURS

    assert (settle_old_answers(officer.desk), settle_old_answers(officer.desk)) == (1, 0)

    answer.refresh_from_db()
    assert answer.settles
    assert answer.thread.turn == Thread.Turn.NOBODYS


def test_what_leaves_something_open_stays_our_turn(officer: Actor, stranger: Actor) -> None:
    open_ones = [asked(officer, "Kami belum tahu. Berapa orang yang boleh hadir?"), asked(officer, YES)]
    scene.attachment(open_ones[1])
    unasked = asked(officer, YES, asks=False)
    asked(stranger, YES)

    assert settle_old_answers(officer.desk) == 0
    assert [message.thread.turn for message in (*open_ones, unasked)] == [Thread.Turn.OURS] * 3


def test_every_chunk_is_read(officer: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jembatan.correspondence.actions.catching_up.CHUNK", 2)
    for text in (YES, "Berapa orang?", "Kapan?", YES, YES):
        asked(officer, text)

    assert settle_old_answers(officer.desk) == 3


def test_lines_of_before_stand_where_their_conversation_stands(officer: Actor) -> None:
    dossier = Dossier.objects.create(desk=officer.desk, title="MoU")
    moved_in, moved_out, never_moved = (scene.message(scene.thread(officer.desk)) for _ in range(3))
    for message in (moved_in, moved_out, never_moved):
        place = dossier if message == moved_out else None
        line = Line(kind="mail.received", summary="x", source=("message", message.pk), dossier=place)
        record(officer, line)
    Thread.objects.filter(pk=moved_in.thread_id).update(dossier=dossier, marking="TLP:AMBER")

    for _again in range(2):
        place_old_lines(officer.desk)

    assert set(Placement.objects.values_list("source_id", "dossier", "marking")) == {
        (moved_in.pk, dossier.pk, "TLP:AMBER"),
        (moved_out.pk, None, "TLP:GREEN"),
    }


def test_update_hands_old_mail_to_the_worker(officer: Actor) -> None:
    migration = import_module("jembatan.correspondence.migrations.0006_catch_up_with_old_mail")
    jobs = ProcrastinateJob.objects.filter(task_name=TASK)

    migration.hand_to_the_worker(apps, connection.schema_editor())
    assert jobs.count() == 0
    scene.message(scene.thread(officer.desk))
    migration.hand_to_the_worker(apps, connection.schema_editor())
    assert jobs.count() == 1
