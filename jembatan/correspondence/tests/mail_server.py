"""A real SMTP server on loopback, in a thread, with a certificate of its own; it misbehaves when told to."""

import asyncio
import atexit
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "rahasia selat"
USER = "kerjasama"


@dataclass(slots=True)
class MailServer:
    """What it has taken, how it behaves, and where it listens.

    `answers` are its replies to the message, one after the other, then "250 taken"; "hang up" ends the connection instead
    of answering. `refuses` maps receivers to replies; "hang up" there ends the connection before the message. While it is
    `silent` it answers no message that it has taken; `waits` tells that one has come.
    """

    port: int = 0
    security: str = "starttls"
    taken: list[Envelope] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    connections: int = 0
    silent: bool = False
    waits: Event = field(default_factory=Event)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Counts who comes."""
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Takes a receiver, or does what `refuses` says."""
        reply = self.refuses.get(address, "250 known")
        if reply == "hang up":
            _hang_up(server)
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Takes the message, unless the reply is a refusal; who is hung up on has been heard."""
        reply = self.answers.pop(0) if self.answers else "250 taken"
        if not reply.startswith(("4", "5")):
            self.taken.append(envelope)
        self.waits.set()
        while self.silent:
            await asyncio.sleep(0.02)
        if reply == "hang up":
            _hang_up(server)
        return reply


@contextmanager
def mail_server(security: str = "starttls", *, sign_in: bool = False) -> Iterator[MailServer]:
    """Runs during the block; who trusts `certificate()` can use it. `sign_in` asks for USER and PASSWORD."""
    heard = MailServer(port=unused_port(), security=security)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate())
    controller = Controller(
        heard,
        hostname="127.0.0.1",
        port=heard.port,
        require_starttls=security == "starttls",
        auth_required=sign_in,
        auth_require_tls=security == "starttls",
        authenticator=_known if sign_in else None,
        auth_exclude_mechanism=None if sign_in else ["LOGIN", "PLAIN"],
        ssl_context=context if security == "tls" else None,
        tls_context=context if security == "starttls" else None,
    )
    controller.start()
    try:
        yield heard
    finally:
        controller.stop()


def unused_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@cache
def certificate() -> Path:
    """A key and a certificate for 127.0.0.1 that sign themselves, made once a test run."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = TemporaryDirectory(prefix="jembatan-certificate-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


def _known(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
) -> AuthResult:
    right = data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)  # the server itself says no
