"""Marks of mail on its server: what a colleague answers or flags elsewhere is told, and what the desk answers is marked there."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.incoming.marks import wish_to_mark
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.models import Draft, IncomingFolder, IncomingServer, Message, ServerCopy, Thread
from jembatan.correspondence.queries.inbox import threads_in
from jembatan.correspondence.queries.on_server import on_server
from jembatan.correspondence.queries.rows import rows_of
from jembatan.correspondence.tests import outbox_scene
from jembatan.correspondence.tests.incoming.dovecot import Dovecot, dovecot
from jembatan.correspondence.tests.incoming.letters import letter
from jembatan.correspondence.tests.incoming.scene import fetch, keep_login
from jembatan.correspondence.tests.mail_server import mail_server
from jembatan.correspondence.watching.moving import move_done

TOLD = "Marked as answered in the mailbox (noticed"
FLAGGED = "flagged in the mailbox"
COUNTS_NOTHING = "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN UIDPLUS IDLE"
ClientOf = Callable[[Actor], Client]


@pytest.fixture(params=["", COUNTS_NOTHING], ids=["condstore", "without"])
def either(server: Dovecot, request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    """A server that counts changes, and one that does not."""
    with dovecot(capabilities=request.param) as running:
        yield running


def talk(number: int) -> Thread:
    """The conversation of a letter."""
    return Message.objects.get(subject=f"Permohonan {number}").thread


def marks(actor: Actor) -> dict[str, tuple[bool, bool]]:
    """By subject: answered, flagged."""
    found = on_server(actor, Message.objects.values_list("pk", flat=True))
    subjects = dict(Message.objects.values_list("pk", "subject"))
    return {
        subjects[pk]: (each.answered_at is not None, each.flagged)
        for pk, each in found.items()
        if each.answered_at or each.flagged
    }


def carry_out() -> None:
    """What the process that watches does every few seconds."""
    move_done(IncomingFolder.objects.select_related("server").get())


def test_what_was_marked_before_and_while_it_is_watched_is_known(either: Dovecot, head: Actor) -> None:
    either.deliver(*map(letter, (1, 2, 3, 4)))
    with either.client() as colleague:
        colleague.add_flags([1], ["\\Answered", "\\Seen"])
    login = keep_login(head, either.tls_port)
    fetch(login)
    assert marks(head) == {"Permohonan 1": (True, False)}

    with either.client() as colleague:
        colleague.add_flags([2], ["\\Flagged"])
        colleague.add_flags([3], ["\\Answered", "\\Flagged"])
        colleague.remove_flags([1], ["\\Answered"])
    fetch(login)
    assert marks(head) == {"Permohonan 2": (False, True), "Permohonan 3": (True, True)}


def test_moment_of_a_mark_stays_and_nothing_is_written_where_nothing_changed(
    login: IncomingServer, server: Dovecot, head: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.deliver(letter(1), letter(2))
    with server.client() as colleague:
        colleague.add_flags([1], ["\\Answered"])
    fetch(login)
    noticed = ServerCopy.objects.get(answered_at__isnull=False).answered_at
    with server.client() as colleague:
        colleague.add_flags([1, 2], ["\\Seen"])
    fetch(login)
    assert ServerCopy.objects.get(answered_at__isnull=False).answered_at == noticed

    def refuse(*_arguments: object) -> None:
        raise AssertionError("Marks were looked for although the server counts no change.")

    monkeypatch.setattr("jembatan.correspondence.importer.fetching.settle_marks", refuse)
    fetch(login)


def test_folder_with_new_numbers_is_looked_at_anew(
    login: IncomingServer, server: Dovecot, head: Actor
) -> None:
    server.deliver(letter(1))
    with server.client() as colleague:
        colleague.add_flags([1], ["\\Answered"])
    fetch(login)
    IncomingFolder.objects.update(uid_validity=1)
    fetch(login)
    assert ServerCopy.objects.filter(gone_at=None, answered_at__isnull=False).count() == 1


def test_conversation_answered_elsewhere_says_so_and_keeps_its_turn(
    login: IncomingServer, server: Dovecot, officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    with server.client() as colleague:
        colleague.add_flags([1], ["\\Answered"])
        colleague.add_flags([2], ["\\Flagged"])
    fetch(login)

    page = client_of(officer).get(f"/threads/{talk(1).pk}/").text
    assert TOLD in page
    assert page.count(f'action="/threads/{talk(1).pk}/closing/"') == 2  # of the page, and of the note
    readers = client_of(reader).get(f"/threads/{talk(1).pk}/").text
    assert TOLD in readers
    assert f"/threads/{talk(1).pk}/closing/" not in readers
    other = client_of(officer).get(f"/threads/{talk(2).pk}/").text
    assert (TOLD in other, FLAGGED in other) == (False, True)
    assert {each.turn for each in (talk(1), talk(2))} == {Thread.Turn.OURS}
    listed = {
        row.thread.subject: row.answered_elsewhere for row in rows_of(officer, threads_in(officer), limit=9)
    }
    assert listed == {"Permohonan 1": True, "Permohonan 2": False}
    assert "Marked as answered in the mailbox:" in client_of(officer).get("/inbox/").text


def test_answer_that_comes_with_the_folder_of_sent_mail_ends_the_note(
    server: Dovecot, head: Actor, client_of: ClientOf
) -> None:
    server.deliver(letter(1))
    with server.client() as colleague:
        colleague.create_folder("Sent")
        colleague.add_flags([1], ["\\Answered"])
    login = keep_login(head, server.tls_port, folders=("INBOX", "Sent"))
    fetch(login)
    assert TOLD in client_of(head).get(f"/threads/{talk(1).pk}/").text

    assert head.user is not None
    answer = (
        f"From: {head.user.email}\r\nTo: tamu1@mitra.example\r\nSubject: Re: Permohonan 1\r\n"
        "Message-ID: <jawab@desk.example>\r\nIn-Reply-To: <surat-1@mitra.example>\r\n"
        "Date: Sun, 29 Nov 2026 09:00:00 +0700\r\n\r\nBaik, kami setuju.\r\n"
    )
    server.deliver(answer.encode(), folder="Sent")
    fetch(login, "Sent")
    assert talk(1).turn != Thread.Turn.OURS
    assert TOLD not in client_of(head).get(f"/threads/{talk(1).pk}/").text


def test_what_the_desk_answers_is_marked_on_the_server(either: Dovecot, head: Actor, officer: Actor) -> None:
    either.deliver(letter(1), letter(2))
    login = keep_login(head, either.tls_port)
    fetch(login)
    with mail_server() as heard:
        sender = outbox_scene.sending_address(officer.desk, heard)
        for number, kind in ((1, Draft.Kind.REPLY), (2, Draft.Kind.FORWARD)):
            draft = start_answer(officer, Message.objects.get(subject=f"Permohonan {number}"), kind=kind)
            Draft.objects.filter(pk=draft.pk).update(
                from_address=sender, to="tamu@mitra.example", text="Baik, kami jawab."
            )
            mail = outbox_scene.due(officer, Draft.objects.get(pk=draft.pk))
            work_on(mail.pk)
    carry_out()
    with either.client() as colleague:
        assert (colleague.search("ANSWERED"), colleague.search("SEEN")) == ([1], [])
    assert not ServerCopy.objects.filter(mark_due_at__isnull=False).exists()


def test_mark_waits_while_the_server_is_away_and_never_meets_another_mail(
    login: IncomingServer, server: Dovecot, head: Actor
) -> None:
    server.deliver(letter(1), letter(2))
    fetch(login)
    wish_to_mark(Message.objects.get(subject="Permohonan 1"))
    server.stop()
    carry_out()
    assert ServerCopy.objects.get(mark_due_at__isnull=False).mark_tries == 1
    server.start()
    ServerCopy.objects.filter(mark_due_at__isnull=False).update(mark_due_at=timezone.now())
    IncomingFolder.objects.update(uid_validity=1)
    carry_out()
    with server.client() as colleague:
        assert colleague.search("ANSWERED") == []
    assert not ServerCopy.objects.filter(answered_at__isnull=False).exists()
