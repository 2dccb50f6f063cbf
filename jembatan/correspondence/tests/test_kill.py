"""`kill -9` between any two steps of sending: the mail is sent once, or visibly in doubt, and never twice."""

import os
from collections.abc import Iterator
from functools import partial

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.models import Message, OutgoingMail
from jembatan.correspondence.tests.forked import forked, killed_at
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import due, sending_address, written
from jembatan.platform.postgres.tests.owners import eventually

EFFECTS = (
    "/django/db/backends/utils.py::execute()",
    "/django/db/backends/base/base.py::_commit()",
    "/smtplib.py::send()",
    "/smtplib.py::getreply()",
)
"""All that the world learns of the work: a statement, an end of a transaction, a line to the mail server, an answer awaited."""

State = OutgoingMail.State


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


@pytest.mark.django_db(transaction=True)
def test_worker_killed_before_any_effect_sends_once_or_leaves_doubt(
    officer: Actor, server: MailServer
) -> None:
    """Before each of them, one after the other: between two nothing changes that another could see."""
    sending_address(officer.desk, server)
    outcomes: list[tuple[str, int]] = []
    step = 0
    while True:
        step += 1
        mail = due(officer, written(officer, subject=f"Langkah {step}"))
        if _child_lives(mail.pk, kill=step):
            break
        assert eventually(partial(_settled, mail), seconds=10)
        outcomes.append((mail.state, len(server.taken)))
        assert len(server.taken) <= 1, f"sent twice after a kill at step {step}"
        assert (mail.state == State.SENT) <= (len(server.taken) == 1)
        assert Message.objects.filter(message_id=mail.message_id).count() == (mail.state == "sent")
        server.taken.clear()

    assert set(outcomes) == {("sent", 1), ("in_doubt", 0), ("in_doubt", 1)}


@pytest.mark.django_db(transaction=True)
def test_mail_that_a_living_worker_is_sending_is_left_alone(officer: Actor, server: MailServer) -> None:
    sending_address(officer.desk, server)
    mail = due(officer, written(officer))
    server.silent = True
    pid = _fork(mail.pk, kill=0)
    assert server.waits.wait(10)

    work_on(mail.pk)
    mail.refresh_from_db()
    assert (mail.state, len(server.taken)) == (State.SENDING, 1)

    server.silent = False
    assert os.waitpid(pid, 0)[1] == 0
    mail.refresh_from_db()
    assert (mail.state, len(server.taken)) == (State.SENT, 1)


def _settled(mail: OutgoingMail) -> bool:
    """After a worker, the next one, has looked at it."""
    work_on(mail.pk)
    mail.refresh_from_db()
    return mail.state == State.IN_DOUBT or mail.filed_as is not None


def _child_lives(mail_id: int, *, kill: int) -> bool:
    _pid, status = os.waitpid(_fork(mail_id, kill=kill), 0)
    return not os.WIFSIGNALED(status)


def _fork(mail_id: int, *, kill: int) -> int:
    """A worker of its own, which is killed at that step (0: never); its id."""

    def work() -> None:
        if kill:
            killed_at(kill, among=EFFECTS)
        work_on(mail_id)

    return forked(work)
