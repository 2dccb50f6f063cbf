"""`jembatan worker` as a real process that sends mail and is killed while the mail server thinks."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.config.tests.desk_process import JEMBATAN
from jembatan.correspondence.jobs import send_mail
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.tests.mail_server import certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import due, sending_address, written
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres.tests.owners import eventually

State = OutgoingMail.State


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """On the database of this test; killed at the end."""
    facts = connection.get_connection_params()
    address = " ".join(
        f"{name}={facts[name]}" for name in ("dbname", "user", "host", "port") if facts.get(name)
    )
    environment = {**os.environ, "DATABASE_URL": address, "SSL_CERT_FILE": str(certificate())}
    process = subprocess.Popen([JEMBATAN, "worker"], cwd=PROJECT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def is_filed(mail: OutgoingMail) -> bool:
    mail.refresh_from_db()
    return mail.state == State.SENT and mail.filed_as is not None


@pytest.mark.django_db(transaction=True)
def test_killed_worker_leaves_doubt_and_the_next_one_sends_the_rest(officer: Actor) -> None:
    with mail_server() as server:
        sending_address(officer.desk, server)
        mail = due(officer, written(officer))
        server.silent = True
        with worker():
            send_mail.defer(mail_id=mail.pk)
            assert server.waits.wait(60)
        server.silent = False

        other = due(officer, written(officer, subject="Lain"))
        with worker():
            send_mail.defer(mail_id=mail.pk)
            send_mail.defer(mail_id=other.pk)
            assert eventually(lambda: is_filed(other), seconds=60)

        mail.refresh_from_db()
        assert mail.state == State.IN_DOUBT
        assert [taken.rcpt_tos for taken in server.taken] == [["budi@laut.example"]] * 2
