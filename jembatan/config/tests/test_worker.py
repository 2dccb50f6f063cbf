"""`jembatan worker` as a real process that sends mail and is killed while the mail server thinks."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.config.tests.worker_process import is_filed, worker
from jembatan.correspondence.jobs import send_mail
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.tests.mail_server import mail_server
from jembatan.correspondence.tests.outbox_scene import due, sending_address, written
from jembatan.platform.postgres.tests.owners import eventually

State = OutgoingMail.State


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
