"""`jembatan worker` as a real process."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from jembatan.config.tests.desk_process import JEMBATAN
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.tests.mail_server import certificate
from jembatan.platform.paths import PROJECT

State = OutgoingMail.State


def database_address() -> str:
    """The database of this test, as libpq reads it."""
    facts = connection.get_connection_params()
    return " ".join(f"{name}={facts[name]}" for name in ("dbname", "user", "host", "port") if facts.get(name))


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """On the database of this test; killed at the end."""
    environment = {**os.environ, "DATABASE_URL": database_address(), "SSL_CERT_FILE": str(certificate())}
    process = subprocess.Popen([JEMBATAN, "worker"], cwd=PROJECT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def is_filed(mail: OutgoingMail) -> bool:
    """The mail has left, and stands in its conversation."""
    mail.refresh_from_db()
    return mail.state == State.SENT and mail.filed_as is not None
