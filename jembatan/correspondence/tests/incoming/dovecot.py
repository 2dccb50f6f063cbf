"""A real IMAP server on loopback, as an unprivileged user, with files of its own; it can be stopped and started again."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from imapclient import IMAPClient

from jembatan.correspondence.servers.imap import Server
from jembatan.correspondence.tests.mail_server import certificate, unused_port

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
USER = "kerjasama@selatnusantara.example"
PASSWORD = "rahasia-selat"  # without a space, which separates arguments in the settings
PATIENCE = 20.0
SETTINGS = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
ssl = yes
ssl_cert = <{home}/server.pem
ssl_key = <{home}/server.pem
disable_plaintext_auth = no
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{home}/mail/%u
mail_max_userip_connections = 0
maildir_very_dirty_syncs = no
imap_capability = {capabilities}
{tokens}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


TOKENS = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth2.conf
}}
"""
INTROSPECTION = """
introspection_mode = post
introspection_url = {url}
force_introspection = yes
username_attribute = email
active_attribute = active
active_value = true
"""


@dataclass(slots=True)
class Dovecot:
    """Where it listens, and its process while it runs."""

    home: Path
    port: int
    tls_port: int
    process: "subprocess.Popen[bytes] | None" = field(default=None)

    def start(self) -> None:
        """Returns when it answers."""
        assert PROGRAM is not None
        end = time.monotonic() + PATIENCE
        self.process = self._launched()
        while not self._answers():
            if time.monotonic() > end:
                log = self.home / "log"
                raise AssertionError(f"dovecot does not start: {log.read_text() if log.exists() else ''}")
            time.sleep(0.05)
            if self.process.poll() is not None:  # somebody else's connection has its port for a moment
                self.process = self._launched()

    def _launched(self) -> "subprocess.Popen[bytes]":
        is_root = os.geteuid() == 0
        return subprocess.Popen(
            [str(PROGRAM), "-F", "-c", str(self.home / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user="nobody" if is_root else None,
            group=_group() if is_root else None,
            extra_groups=[] if is_root else None,
        )

    def stop(self) -> None:
        """With every connection."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None

    def server(self, **facts: object) -> Server:
        """As a stored login would describe it."""
        known = {"host": "127.0.0.1", "port": self.tls_port, "security": "tls", "username": USER}
        return Server(**{**known, "password": PASSWORD, **facts})  # type: ignore[arg-type]  # any of its fields

    @contextmanager
    def client(self) -> Iterator[IMAPClient]:
        """A colleague's mail program, with the inbox open."""
        client = IMAPClient("127.0.0.1", self.port, ssl=False)
        client.login(USER, PASSWORD)
        try:
            client.select_folder("INBOX")
            yield client
        finally:
            client.logout()

    def deliver(self, *messages: bytes, folder: str = "INBOX") -> None:
        """Each as a mail that comes in."""
        with self.client() as client:
            for message in messages:
                client.append(folder, message)

    def pour(self, messages: Iterable[bytes]) -> None:
        """Into the inbox, all at once, past IMAP."""
        folder = self.home / "mail" / USER
        with self.client():
            pass  # whose first visit makes the folders
        for number, message in enumerate(messages):
            path = folder / "tmp" / f"{time.time_ns()}.{number}.bench"
            path.write_bytes(message)
            if os.geteuid() == 0:
                shutil.chown(path, "nobody", _group())
            path.rename(folder / "new" / path.name)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                return connection.recv(20).startswith(b"* OK")
        except OSError:
            return False


@contextmanager
def dovecot(*, capabilities: str = "", introspection: str = "") -> Iterator[Dovecot]:
    """Runs during the block; who trusts `certificate()` can use its TLS. Skips the test, loudly, where there is none.

    `introspection` is the address (RFC 7662) at which it asks whose an access token is; "" and it takes none.
    """
    if PROGRAM is None:
        pytest.skip(
            "NO DOVECOT on this machine: fetching from a real IMAP server is not tested (bin/setup --tests)."
        )
    with tempfile.TemporaryDirectory(prefix="jembatan-dovecot-") as folder:
        server = Dovecot(Path(folder), unused_port(), unused_port())
        _settle(server, capabilities, introspection)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _settle(server: Dovecot, capabilities: str, introspection: str) -> None:
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    shutil.copy(certificate(), server.home / "server.pem")
    (server.home / "mail").mkdir()
    (server.home / "oauth2.conf").write_text(INTROSPECTION.format(url=introspection))
    (server.home / "dovecot.conf").write_text(
        SETTINGS.format(
            home=server.home,
            port=server.port,
            tls_port=server.tls_port,
            user=user,
            group=_group(),
            password=PASSWORD,
            capabilities=capabilities,
            mechanisms="plain login xoauth2" if introspection else "plain login",
            tokens=TOKENS.format(home=server.home) if introspection else "",
        )
    )
    if os.geteuid() == 0:
        for path in (server.home, *server.home.rglob("*")):
            shutil.chown(path, "nobody", _group())


def _group() -> str:
    """The group of the unprivileged user."""
    number = pwd.getpwnam("nobody").pw_gid if os.geteuid() == 0 else os.getegid()
    return grp.getgrgid(number).gr_name
