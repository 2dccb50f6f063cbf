"""Reminders by mail: only where a member wishes it, through the outbox, and each once whatever ends a worker."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.actions.reminders.remind import ESCALATED, remind_desk
from jembatan.correspondence.actions.reminders.settle import remind_by_mail
from jembatan.correspondence.models import Message, OutgoingMail, Reminder, SendingAddress, Thread
from jembatan.correspondence.queries.inbox import threads_in
from jembatan.correspondence.queries.outbox import lately_sent
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.announcements.scene import unheard_address
from jembatan.correspondence.tests.forked import forked, killed_at
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import sending_address
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]

DUE = datetime(2026, 11, 4, 17, 0, tzinfo=ZoneInfo("Asia/Jakarta"))  # Wednesday
STEPS = (1, 5, 12, 20, 30, 45, 60, 80, 110, 150, 200, 300)
OURS = ("/actions/reminders/", "/actions/outbox/", "/django/db/transaction.py")


def waiting(actor: Actor, subject: str = "Nota kesepahaman") -> Thread:
    """The actor's answer is due on Wednesday at 17.00."""
    thread = scene.conversation(actor.desk, subject)
    Thread.objects.filter(pk=thread.pk).update(due_at=DUE, owner=actor.user)
    thread.refresh_from_db()
    return thread


def words_of(mail: OutgoingMail) -> str:
    with open_stored(mail.raw) as stored:
        return stored.read().decode()


@pytest.fixture
def address(head: Actor) -> SendingAddress:
    """The desk can write."""
    return unheard_address(head.desk)


@pytest.mark.usefixtures("address")
def test_nobody_is_mailed_who_did_not_wish_it(officer: Actor) -> None:
    waiting(officer)
    assert remind_desk(officer.desk, now=DUE) == 1
    assert not OutgoingMail.objects.exists()


@pytest.mark.usefixtures("address")
def test_member_who_wishes_it_is_mailed_once_a_step(officer: Actor) -> None:
    thread = waiting(officer)
    remind_by_mail(officer, wanted=True)
    for minutes in (0, 5):
        remind_desk(officer.desk, now=DUE + timedelta(minutes=minutes))

    mail = OutgoingMail.objects.get()
    assert Reminder.objects.get().mail == mail
    assert list(mail.receivers.values_list("email", flat=True)) == [
        officer.user.email if officer.user else ""
    ]
    assert mail.subject == "Due: Nota kesepahaman"
    assert f"/threads/{thread.pk}/" in words_of(mail)
    assert "Auto-Submitted: auto-generated" in words_of(mail)

    remind_by_mail(officer, wanted=False)
    waiting(officer)
    remind_desk(officer.desk, now=DUE)
    assert (Reminder.objects.count(), OutgoingMail.objects.count()) == (2, 1)


@pytest.mark.usefixtures("address")
def test_mail_does_not_name_what_few_may_read(officer: Actor) -> None:
    remind_by_mail(officer, wanted=True)
    marked, closed = waiting(officer, "Rahasia satu"), waiting(officer, "Rahasia dua")
    Thread.objects.filter(pk=marked.pk).update(marking=Marking.AMBER)
    scene.restrict(closed, *([officer.user] if officer.user else []))
    remind_desk(officer.desk, now=DUE)

    mails = OutgoingMail.objects.order_by("pk")
    assert [mail.subject for mail in mails] == ["Due: a conversation", "Due: a conversation"]
    assert not any("Rahasia" in words_of(mail) for mail in mails)


@pytest.mark.usefixtures("address")
def test_mail_speaks_the_members_language(officer: Actor, in_indonesian: Callable[[Actor], Actor]) -> None:
    remind_by_mail(in_indonesian(officer), wanted=True)
    waiting(officer)
    remind_desk(officer.desk, now=DUE)
    assert OutgoingMail.objects.get().subject == "Jatuh tempo: Nota kesepahaman"


def test_desk_without_an_address_reminds_on_its_pages_alone(officer: Actor) -> None:
    remind_by_mail(officer, wanted=True)
    waiting(officer)
    assert remind_desk(officer.desk, now=DUE) == 1
    assert not OutgoingMail.objects.exists()


def test_sent_reminder_is_no_correspondence(officer: Actor, server: MailServer) -> None:
    sending_address(officer.desk, server)
    thread = waiting(officer)
    remind_by_mail(officer, wanted=True)
    remind_desk(officer.desk, now=DUE)
    before = Entry.objects.count()
    work_on(OutgoingMail.objects.get().pk)

    assert OutgoingMail.objects.get().state == OutgoingMail.State.SENT
    assert len(server.taken) == 1
    assert list(threads_in(officer)) == [thread]
    assert not lately_sent(officer).exists()
    assert Entry.objects.count() == before


def test_members_choose_for_themselves(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    with pytest.raises(PermissionDenied):
        remind_by_mail(reader, wanted=True)
    client = client_of(officer)
    assert "checked" not in client.get("/settings/reminders/").text

    client.post("/settings/reminders/mail/", {"wanted": "on"})
    page = client.get("/settings/reminders/").text
    assert "checked" in page
    assert "The desk has no sending address yet" in page
    client.post("/settings/reminders/mail/", {})
    assert "checked" not in client.get("/settings/reminders/").text


@pytest.mark.django_db(transaction=True)
def test_worker_killed_between_any_steps_and_two_at_once_remind_once(officer: Actor, head: Actor) -> None:
    """Each member once of each step, with one mail each, and one line in the journal of the escalation."""
    unheard_address(officer.desk)
    for actor in (officer, head):
        remind_by_mail(actor, wanted=True)
    for number in range(3):
        waiting(officer, f"Surat {number}")
    died = [os.WIFSIGNALED(os.waitpid(_worker(officer, kill=step), 0)[1]) for step in STEPS]
    assert died[0]
    assert any(died[1:])

    workers = [_worker(officer, kill=0) for _number in range(2)]
    assert [os.waitpid(pid, 0)[1] for pid in workers] == [0, 0]

    steps = sorted(Reminder.objects.values_list("thread__subject", "step"))
    assert steps == [(f"Surat {number}", step) for number in range(3) for step in ("deputy", "due", "head")]
    assert OutgoingMail.objects.count() == len(steps)
    assert Reminder.objects.filter(mail__isnull=False).count() == len(steps)
    assert Entry.objects.filter(kind=ESCALATED).count() == 6
    assert not Message.objects.filter(ours=True).exists()


def _worker(officer: Actor, *, kill: int) -> int:
    def work() -> None:
        if kill:
            killed_at(kill, among=OURS)
        remind_desk(officer.desk, now=DUE + timedelta(days=2))

    return forked(work)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard
