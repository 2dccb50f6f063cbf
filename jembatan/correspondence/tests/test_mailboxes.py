"""Mail accounting by mailbox."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Mailbox, MailboxAccount
from jembatan.correspondence.queries.mailboxes import mailbox_accounts
from jembatan.correspondence.tests import scene
from jembatan.platform.imports.models import Batch

type ClientOf = Callable[[Actor], Client]


def imported(actor: Actor, mailbox: Mailbox, state: Batch.State = Batch.State.DONE, **figures: int) -> Batch:
    batch = Batch.objects.create(
        desk=actor.desk, kind="mail", label="kerjasama.mbox", state=state, finished_at=timezone.now()
    )
    MailboxAccount.objects.create(mailbox=mailbox, batch=batch, **figures)
    return batch


def test_sums_are_those_of_the_imports_that_stand(officer: Actor) -> None:
    scene.message(scene.thread(officer.desk))
    mailbox = Mailbox.objects.get()
    imported(officer, mailbox, read=3, filed=1, duplicates=1, quarantined=1)
    last = imported(officer, mailbox, read=2, updated=1, duplicates=1)
    imported(officer, mailbox, Batch.State.ROLLED_BACK, read=9, filed=9)

    [accounts] = mailbox_accounts(officer)

    assert (accounts.messages, accounts.read, accounts.filed, accounts.updated) == (1, 5, 1, 1)
    assert (accounts.duplicates, accounts.quarantined, accounts.balanced) == (2, 1, True)
    assert accounts.last_batch == last.pk


def test_database_refuses_accounts_that_do_not_balance(officer: Actor) -> None:
    mailbox = Mailbox.objects.create(desk=officer.desk, name="kerjasama.mbox")

    with pytest.raises(IntegrityError):
        imported(officer, mailbox, read=2, filed=1)


@pytest.mark.parametrize("mailboxes", [1, 3])
def test_accounts_need_one_query(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, mailboxes: int
) -> None:
    for number in range(mailboxes):
        imported(officer, Mailbox.objects.create(desk=officer.desk, name=f"{number}.mbox"), read=1, filed=1)

    with django_assert_num_queries(1):
        mailbox_accounts(officer)


def test_accounts_are_read_by_members_and_by_machines(
    reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    imported(reader, Mailbox.objects.create(desk=reader.desk, name="kerjasama.mbox"), read=1, filed=1)

    assert "kerjasama.mbox" in client_of(reader).get("/mailboxes/").text
    [account] = client_of(reader).get("/mailboxes/?format=json").json()["mailboxes"]
    assert (account["mailbox"], account["read"], account["filed"], account["balanced"]) == (
        "kerjasama.mbox",
        1,
        1,
        True,
    )
    assert client_of(stranger).get("/mailboxes/?format=json").json() == {"mailboxes": []}
