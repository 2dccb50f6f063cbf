"""From a draft to the server and into the conversation, with everything that can go wrong on the way."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox import checks
from jembatan.correspondence.actions.outbox.checks import Objection, register_check
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.outbox.doubt import it_arrived, send_again
from jembatan.correspondence.actions.outbox.send import Unconfirmed, send_draft
from jembatan.correspondence.actions.outbox.take_back import take_back, write_again
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.models import Draft, Message, OutgoingMail, SendAttempt, Thread
from jembatan.correspondence.queries.outbox import standing, standing_in, to_work_on
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.correspondence.tests import outbox_scene, scene
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import due, make_due, sending_address, written
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries

State = OutgoingMail.State


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


@pytest.fixture
def ready(officer: Actor, server: MailServer) -> Actor:
    """Bagus, whose desk can send."""
    sending_address(officer.desk, server)
    return officer


def worked_on(mail: OutgoingMail) -> OutgoingMail:
    work_on(mail.pk)
    mail.refresh_from_db()
    return mail


def standings(mail: OutgoingMail) -> list[tuple[str, str]]:
    return list(mail.receivers.order_by("pk").values_list("email", "state"))


def test_answer_leaves_and_passes_the_turn(ready: Actor, server: MailServer) -> None:
    asked = scene.message(scene.thread(ready.desk), references=["nol@laut.example"])

    mail = worked_on(due(ready, written(ready, answers=asked, bcc="arsip@selatnusantara.example")))

    [taken] = server.taken
    assert isinstance(taken.content, bytes)
    read = parse(taken.content)
    assert (taken.mail_from, taken.rcpt_tos) == (
        outbox_scene.US,
        ["budi@laut.example", "arsip@selatnusantara.example"],
    )
    assert (read.in_reply_to, read.references) == (asked.message_id, ("nol@laut.example", asked.message_id))
    assert (read.message_id, read.bcc) == (mail.message_id, ())
    assert "-- \nBiro" in read.text

    message = Message.objects.get(message_id=mail.message_id)
    thread = Thread.objects.get(pk=asked.thread_id)
    assert (mail.state, mail.filed_as) == (State.SENT, message)
    assert (message.thread, message.ours, thread.turn) == (thread, True, Thread.Turn.THEIRS)
    assert list(message.recipients.values_list("field", flat=True)) == ["to", "bcc"]
    entry = Entry.objects.get(kind="mail.sent", source_id=message.pk)
    assert (entry.user, entry.summary) == (ready.user, "Naskah")


def test_nothing_leaves_before_its_time_and_it_can_be_taken_back(ready: Actor, server: MailServer) -> None:
    draft = written(ready)
    mail = send_draft(ready, draft)
    assert timedelta(seconds=15) < mail.due_at - timezone.now() <= timedelta(seconds=20)
    assert worked_on(mail).state == State.WAITING
    with pytest.raises(NotOpen):
        save_draft(ready, draft, Content(), version=2)

    assert take_back(ready, mail).state == Draft.State.OPEN
    make_due(mail)
    assert worked_on(mail).state == State.WITHDRAWN
    assert server.connections == 0
    assert worked_on(due(ready, draft)).state == State.SENT


def test_mail_that_has_left_cannot_be_taken_back(ready: Actor) -> None:
    mail = worked_on(due(ready, written(ready)))

    with pytest.raises(Refused):
        take_back(ready, mail)


def test_mail_waits_for_its_moment(ready: Actor) -> None:
    tomorrow = timezone.now() + timedelta(days=1)

    mail = send_draft(ready, written(ready), send_at=tomorrow)

    assert mail.due_at == tomorrow
    with pytest.raises(Refused):
        send_draft(ready, written(ready), send_at=tomorrow + timedelta(days=400))


def test_job_is_there_with_the_mail(ready: Actor) -> None:
    mail = send_draft(ready, written(ready))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name, scheduled_at FROM procrastinate_jobs WHERE args->>'mail_id' = %s",
            [str(mail.pk)],
        )
        assert cursor.fetchall() == [("jembatan.correspondence.jobs.send_mail", mail.due_at)]


def test_officers_send_drafters_do_not(ready: Actor, drafter: Actor, reader: Actor) -> None:
    draft = written(drafter)
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            send_draft(actor, draft)
    assert send_draft(ready, draft).queued_by == ready.user


def test_draft_leaves_once(ready: Actor) -> None:
    draft = written(ready)
    mail = send_draft(ready, draft)
    with pytest.raises(NotOpen):
        send_draft(ready, draft)
    twice = {f.attname: getattr(mail, f.attname) for f in mail._meta.concrete_fields if f.attname != "id"}
    with pytest.raises(IntegrityError, match="draft_leaves_once"), transaction.atomic():
        OutgoingMail.objects.create(**twice | {"message_id": "lain@x.example"})


@pytest.mark.parametrize(
    "words",
    [
        {"to": ""},
        {"to": "bukan alamat"},
        {"to": "noreply@laut.example"},
        {"to": "mailer-daemon@laut.example, budi@laut.example"},
        {"subject": "Naskah\r\nBcc: x@y.example"},
        {"text": ""},
        {"to": ", ".join(f"a{number}@x.example" for number in range(10_000))},
    ],
    ids=lambda words: str(words)[:40],
)
def test_what_cannot_leave_stays_a_draft(ready: Actor, words: dict[str, Any]) -> None:
    draft = written(ready, **words)

    with pytest.raises(Refused):
        send_draft(ready, draft, confirmed=True)
    draft.refresh_from_db()
    assert (draft.state, OutgoingMail.objects.count()) == (Draft.State.OPEN, 0)


def test_desk_without_an_address_is_told_where_to_add_one(officer: Actor) -> None:
    with pytest.raises(Refused, match="Sending mail"):
        send_draft(officer, written(officer))


def test_address_of_a_colleague_is_not_used(
    head: Actor, officer: Actor, second_officer: Actor, server: MailServer
) -> None:
    sending_address(officer.desk, server, user=officer.user)
    draft = written(officer)

    with pytest.raises(Refused):
        send_draft(second_officer, draft)


def test_more_than_twenty_receivers_want_a_yes(ready: Actor) -> None:
    draft = written(ready, to=", ".join(f"a{number}@x.example" for number in range(21)))

    with pytest.raises(Unconfirmed, match="21"):
        send_draft(ready, draft)
    assert send_draft(ready, draft, confirmed=True).receivers.count() == 21


def test_checks_are_asked_before_a_mail_leaves(ready: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_checks", [])
    register_check(lambda actor, draft, letter: [Objection(f"{letter.subject}?")])
    draft = written(ready)
    with pytest.raises(Unconfirmed, match=r"Naskah\?"):
        send_draft(ready, draft)
    register_check(lambda actor, draft, letter: [Objection("Tidak.", final=True)])
    with pytest.raises(Refused, match=r"Tidak\."):
        send_draft(ready, draft, confirmed=True)


def test_put_off_mail_is_tried_again_after_a_growing_pause(ready: Actor, server: MailServer) -> None:
    server.answers = ["451 greylisted", "451 greylisted"]
    mail = worked_on(due(ready, written(ready)))
    first = mail.due_at - timezone.now()
    make_due(mail)
    second = worked_on(mail).due_at - timezone.now()
    make_due(mail)

    assert (first > timedelta(seconds=50), second > timedelta(minutes=4)) == (True, True)
    assert worked_on(mail).state == State.SENT
    assert [attempt.outcome for attempt in mail.attempts.order_by("number")] == [
        "deferred",
        "deferred",
        "accepted",
    ]
    assert len(server.taken) == 1


def test_mail_that_nobody_takes_for_two_days_fails(ready: Actor, server: MailServer) -> None:
    server.answers = ["451 penuh", "451 penuh"]
    mail = worked_on(due(ready, written(ready)))
    SendAttempt.objects.update(started_at=timezone.now() - timedelta(days=3))
    make_due(mail)

    assert (worked_on(mail).state, mail.words) == (State.FAILED, "451 penuh")


def test_refused_mail_fails_with_the_server_s_words_and_is_written_again(
    ready: Actor, server: MailServer
) -> None:
    server.refuses = {"budi@laut.example": "550 5.1.1 tidak dikenal"}
    draft = written(ready)
    mail = worked_on(due(ready, draft))

    assert (mail.state, mail.words, mail.filed_as) == (State.FAILED, "550 5.1.1 tidak dikenal", None)
    assert list(standing(ready)) == [mail]
    write_again(ready, mail)
    assert list(standing(ready)) == []
    server.refuses = {}
    assert worked_on(due(ready, draft)).state == State.SENT


def test_receivers_put_off_are_tried_alone(ready: Actor, server: MailServer) -> None:
    server.refuses = {"b@x.example": "451 nanti", "c@x.example": "550 tidak dikenal"}
    mail = worked_on(due(ready, written(ready, to="a@x.example, b@x.example, c@x.example")))
    assert standings(mail) == [
        ("a@x.example", "accepted"),
        ("b@x.example", "waiting"),
        ("c@x.example", "refused"),
    ]
    assert mail.filed_as is not None
    with pytest.raises(Refused):
        take_back(ready, mail)

    server.refuses = {}
    make_due(mail)
    assert worked_on(mail).state == State.SENT
    assert [taken.rcpt_tos for taken in server.taken] == [["a@x.example"], ["b@x.example"]]
    assert Message.objects.filter(message_id=mail.message_id).count() == 1


def test_unreachable_server_is_told_and_tried_again(ready: Actor, server: MailServer) -> None:
    server.refuses = {"budi@laut.example": "hang up"}

    mail = worked_on(due(ready, written(ready)))

    assert (mail.state, mail.trouble) == (State.WAITING, "hung_up")


def test_broken_answer_leaves_doubt_that_a_person_settles(ready: Actor, server: MailServer) -> None:
    server.answers = ["hang up", "hang up"]
    asked = scene.message(scene.thread(ready.desk))
    mail = worked_on(due(ready, written(ready, answers=asked)))
    make_due(mail)
    assert worked_on(mail).state == State.IN_DOUBT
    assert (len(server.taken), standing_in(ready, asked.thread)) == (1, [mail])

    send_again(ready, mail)
    assert worked_on(mail).state == State.IN_DOUBT
    it_arrived(ready, mail)
    mail.refresh_from_db()

    assert (mail.state, mail.filed_as is not None) == (State.SENT, True)
    assert len(server.taken) == 2
    assert server.taken[0].content == server.taken[1].content
    with pytest.raises(Refused):
        send_again(ready, mail)


def test_copy_that_came_in_by_another_way_is_the_one(ready: Actor, head: Actor) -> None:
    thread = scene.thread(ready.desk)
    mail = due(ready, written(ready))
    copy = scene.answer(thread, message_id=mail.message_id)

    assert worked_on(mail).filed_as == copy


def test_forwarded_mail_of_a_closed_dossier_stays_closed(ready: Actor, second_officer: Actor) -> None:
    asked = scene.message(scene.thread(ready.desk, marking="TLP:RED"), text="Rahasia selat.")
    dossier = scene.restrict(asked.thread, *filter(None, [ready.user]))
    draft = start_answer(ready, asked, kind=Draft.Kind.FORWARD)
    draft = save_draft(
        ready, draft, Content(to="rekan@laut.example", subject="Fwd", quote=True), version=draft.version
    )

    copy = worked_on(due(ready, draft)).filed_as

    assert copy is not None
    assert "Rahasia selat." in copy.text
    assert (copy.thread.dossier, copy.thread.marking) == (dossier, "TLP:RED")
    assert copy.thread != asked.thread
    assert copy not in visible_messages(second_officer)
    assert not visible_entries(second_officer).filter(source_id=copy.pk, kind="mail.sent").exists()


def test_mails_of_restricted_conversations_are_hidden(
    ready: Actor, second_officer: Actor, stranger: Actor
) -> None:
    asked = scene.message(scene.thread(ready.desk))
    mail = due(ready, written(ready, answers=asked))
    scene.restrict(asked.thread, *filter(None, [ready.user]))

    assert list(standing(ready)) == [mail]
    assert list(standing(second_officer)) == []
    assert list(standing(stranger)) == []
    with pytest.raises(OutgoingMail.DoesNotExist):
        take_back(second_officer, mail)


def test_due_mail_is_looked_for(ready: Actor) -> None:
    waiting = send_draft(ready, written(ready))
    assert to_work_on() == []
    make_due(waiting)
    assert to_work_on() == [waiting.pk]
    worked_on(waiting)
    assert to_work_on() == []
    OutgoingMail.objects.update(filed_as=None)
    assert to_work_on() == [waiting.pk]


def test_worked_on_twice_a_mail_leaves_once(ready: Actor, server: MailServer) -> None:
    mail = due(ready, written(ready))
    worked_on(mail)
    worked_on(mail)
    assert len(server.taken) == 1
