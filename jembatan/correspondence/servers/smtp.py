"""One conversation with an SMTP server (RFC 5321), always encrypted, that knows at which step it broke.

A message belongs to the server from the moment at which the line with the single dot has been sent. Whoever hears nothing after
that does not know whether the mail was taken; before it, nothing has left. So `before_the_end` is called between the two.
"""

import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from jembatan.correspondence.servers.troubles import (
    LONGEST_WORDS,
    Refusal,
    answer_words,
    plain_words,
    trouble_of,
)

CONNECT_SECONDS = 15.0
ANSWER_SECONDS = 60.0
END = b".\r\n"


@dataclass(frozen=True, slots=True)
class Server:
    """Where to, how encrypted ("starttls" or "tls"), and as whom; no user name, no signing in."""

    host: str
    port: int
    security: str
    username: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of each receiver: taken over by the server, refused for good, or to be tried again, with its words."""

    accepted: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    deferred: dict[str, str] = field(default_factory=dict)
    words: str = ""


class Unanswered(Exception):
    """The whole message was sent and the connection broke before an answer came: it may or may not have been taken."""


def greet(server: Server) -> None:
    """Connect, encrypt, sign in and leave. Raises `ServerTrouble`."""
    with _connected(server, "localhost"):
        pass


def deliver(
    server: Server,
    *,
    sender: str,
    receivers: Sequence[str],
    raw: bytes,
    before_the_end: Callable[[], None],
) -> Receipt:
    """Send the message (CRLF lines) to these receivers. Raises `ServerTrouble` where nothing has left, and `Unanswered`."""
    with _connected(server, sender.rpartition("@")[2]) as smtp:
        _expect(250, smtp.mail(sender))
        receipt = Receipt()
        for receiver in receivers:
            _sort(receipt, receiver, *smtp.rcpt(receiver))
        if not receipt.accepted:
            return receipt
        _expect(354, smtp.docmd("DATA"))
        smtp.send(_stuffed(raw))
        before_the_end()
        try:
            smtp.send(END)
            code, words = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Unanswered(str(error)) from error
        return _settled(receipt, code, plain_words(words))


@contextmanager
def _connected(server: Server, own_name: str) -> Iterator[smtplib.SMTP]:
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _open(server, own_name)
        if server.username:
            smtp.login(server.username, server.password)
        yield smtp
        with suppress(OSError, smtplib.SMTPException):  # what has been said counts, not the goodbye
            smtp.quit()
    except (OSError, UnicodeError, smtplib.SMTPException) as error:
        raise trouble_of(error) from error
    finally:
        if smtp is not None:
            smtp.close()


def _open(server: Server, own_name: str) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, own_name, timeout=CONNECT_SECONDS, context=context
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, own_name, timeout=CONNECT_SECONDS)
        try:
            smtp.starttls(context=context)
        except BaseException:
            smtp.close()
            raise
    assert smtp.sock is not None
    smtp.sock.settimeout(ANSWER_SECONDS)
    smtp.ehlo_or_helo_if_needed()
    return smtp


def _expect(code: int, answer: tuple[int, bytes]) -> None:
    if answer[0] != code:
        raise Refusal(answer[0], answer_words(*answer))


def _sort(receipt: Receipt, receiver: str, code: int, words: bytes) -> None:
    if code in {250, 251, 252}:
        receipt.accepted.append(receiver)
    elif code >= 500:
        receipt.refused[receiver] = answer_words(code, words)
    elif code > 0:
        receipt.deferred[receiver] = answer_words(code, words)
    else:
        raise smtplib.SMTPServerDisconnected


def _settled(receipt: Receipt, code: int, text: str) -> Receipt:
    """The server's answer to the message as a whole decides about everyone whom it had accepted."""
    words = f"{code} {text}"[:LONGEST_WORDS]
    if 200 <= code < 300:
        return Receipt(receipt.accepted, receipt.refused, receipt.deferred, words)
    those = dict.fromkeys(receipt.accepted, words)
    if code >= 500:
        return Receipt([], receipt.refused | those, receipt.deferred, words)
    return Receipt([], receipt.refused, receipt.deferred | those, words)


def _stuffed(raw: bytes) -> bytes:
    """Lines that begin with a dot get a second one (RFC 5321, 4.5.2)."""
    body = raw if raw.endswith(b"\r\n") else raw + b"\r\n"
    stuffed = body.replace(b"\r\n.", b"\r\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed
