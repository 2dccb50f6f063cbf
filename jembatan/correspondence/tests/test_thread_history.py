"""What people decide about a conversation is remembered: who, when, what."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.done import close
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.models import Mailbox, Thread
from jembatan.correspondence.queries.history import thread_history
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.letters import reading
from jembatan.dossiers.models import Dossier
from jembatan.platform.audit.changes import change_page
from jembatan.platform.audit.newest import Filters

type ClientOf = Callable[[Actor], Client]
type Told = list[tuple[str, list[tuple[str, str, str]]]]


def told(actor: Actor, thread: Thread) -> Told:
    """By whom, and each field before and after; the newest first."""
    return [
        (change.who, [(each.label.lower(), each.before, each.after) for each in change.differences])
        for change in thread_history(actor, thread)
    ]


@pytest.fixture
def thread(officer: Actor) -> Thread:
    return scene.conversation(officer.desk)


def test_owner_marking_dossier_and_state_are_remembered(
    officer: Actor, thread: Thread, client_of: ClientOf
) -> None:
    client, user = client_of(officer), officer.user
    assert user is not None
    dossier = Dossier.objects.create(desk=officer.desk, title="MoU Selat")

    for name, data in (
        ("owner", {"owner": user.pk}),
        ("dossier", {"dossier": dossier.pk}),
        ("marking", {"marking": "TLP:RED"}),
        ("closing", {}),
        ("reopening", {}),
    ):
        client.post(reverse(f"correspondence:{name}", args=[thread.pk]), data)

    who = officer.name
    assert told(officer, thread) == [
        (who, [("state", "closed", "open")]),
        (who, [("state", "open", "closed")]),
        (who, [("marking", "TLP:GREEN", "TLP:RED")]),
        (who, [("dossier", "", "MoU Selat")]),
        (who, [("owner", "", who)]),
    ]


def test_what_messages_make_of_a_thread_is_not_a_change(officer: Actor, thread: Thread) -> None:
    scene.message(thread)
    scene.answer(thread)

    assert told(officer, thread) == []


def test_mail_that_opens_a_closed_thread_again_is_remembered_without_an_author(officer: Actor) -> None:
    mailbox = Mailbox.objects.create(desk=officer.desk, name="test")
    filing = Filing(officer)
    filing.file(mailbox, [reading("first")])
    filing.finish()
    thread = close(officer, Thread.objects.get())
    Thread.objects.update(done_at=scene.BEGINNING)

    filing.file(mailbox, [reading("second", references="first", hours=24 * 700)])

    assert told(officer, thread)[0] == ("", [("state", "closed", "open")])


def test_page_shows_the_history_to_a_reader(
    officer: Actor, reader: Actor, stranger: Actor, thread: Thread, client_of: ClientOf
) -> None:
    address = reverse("correspondence:thread", args=[thread.pk])
    assert "History" not in client_of(reader).get(address).content.decode()
    client_of(officer).post(reverse("correspondence:marking", args=[thread.pk]), {"marking": "TLP:RED"})

    page = client_of(reader).get(address)

    assert [change.who for change in page.context["history"]] == [officer.name]
    assert "<ins>TLP:RED</ins>" in page.content.decode()
    assert client_of(stranger).get(address).status_code == 404


def test_history_does_not_name_a_dossier_that_is_closed_to_the_reader(
    officer: Actor, reader: Actor, thread: Thread
) -> None:
    assert officer.user is not None
    dossier = scene.restrict(thread, officer.user, title="Rahasia")
    put_in_dossier(officer, thread, dossier=None)

    assert told(officer, thread)[0] == ("", [("dossier", "Rahasia", "")])
    assert told(reader, thread)[0] == ("", [("dossier", f"#{dossier.pk}", "")])


def test_audit_shows_it_to_the_head_with_the_way_to_the_thread(
    head: Actor, officer: Actor, thread: Thread, client_of: ClientOf
) -> None:
    client_of(officer).post(reverse("correspondence:closing", args=[thread.pk]))

    page = change_page(head, Filters(kind="correspondence.thread"))

    assert [(change.who, change.kind, change.record, change.address) for change in page.rows] == [
        (officer.name, "conversation", thread.subject, f"/threads/{thread.pk}/")
    ]
