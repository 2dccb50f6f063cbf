"""One conversation with an IMAP server (RFC 9051 and 3501) about one folder.

Messages are named by their UIDs alone, which stay as long as UIDVALIDITY does; nothing is ever marked as read (BODY.PEEK).
"""

import imaplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, LoginError

from jembatan.correspondence.servers.imap_troubles import NoFolder, imap_trouble_of, token_refused
from jembatan.correspondence.servers.troubles import ServerTrouble

CONNECT_SECONDS = 15.0
ANSWER_SECONDS = 60.0
POLL_SECONDS = 15.0
ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Server:
    """Where to, how encrypted ("tls", "starttls", or "none" on this machine), and as whom: by password or access token."""

    host: str
    port: int
    security: str
    username: str
    password: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the server says of a folder when it is opened; `highest_modseq` 0 where it does not count changes (RFC 7162)."""

    uid_validity: int
    uid_next: int
    highest_modseq: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Who of `looked_at` (None: of all) is marked as answered, and who as flagged; true up to `modseq`, 0 where nothing is counted."""

    looked_at: list[int] | None
    answered: list[int]
    flagged: list[int]
    modseq: int


class Client(IMAPClient):  # type: ignore[misc]  # it says nothing of its types
    """Also hears what came in one packet with the line before: that is read already, and the socket has nothing left to wait for."""

    def _poll_socket(self, sock: socket.socket, timeout: float | None = None) -> object:
        return True if timeout == 0 else super()._poll_socket(sock, timeout)

    def told_with_the_answer(self) -> list[Any]:
        """What the server said of the folder together with its answer to IDLE; nothing is waited for."""
        told: list[Any] = self.idle_check(timeout=0)
        return told


class Conversation:
    """Signed in; `open` a folder first. Every method raises what `connected` turns into `ServerTrouble`."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.waits_by_idle = client.has_capability("IDLE")
        self.broken_off = threading.Event()
        if client.has_capability("CONDSTORE") and client.has_capability("ENABLE"):
            client.enable("CONDSTORE")

    def open(self, folder: str) -> Standing:
        """Nothing can be changed in it. Raises `NoFolder` with the names of those that are there."""
        try:
            said = self.client.select_folder(folder, readonly=True)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            raise NoFolder(folder, self.folders()) from error
        return Standing(said[b"UIDVALIDITY"], said.get(b"UIDNEXT", 0), said.get(b"HIGHESTMODSEQ", 0))

    def folders(self) -> list[str]:
        """The names of folders that can be opened."""
        listed = self.client.list_folders()
        return [str(name) for flags, _delimiter, name in listed if b"\\Noselect" not in flags]

    def uids_after(self, uid: int) -> list[int]:
        """Ascending. A server answers `n:*` with its last message even where that one is older.

        What comes in while it answers is told with the answer, and never again: then it is asked once more.
        """
        while True:
            self.client._imap.response("EXISTS")  # forgets what was told before
            found = self.client.search(["UID", f"{uid + 1}:*"])
            if self.client._imap.response("EXISTS")[1] == [None]:
                return sorted(each for each in found if each > uid)

    def number_up_to(self, uid: int) -> int | None:
        """How many messages the folder has up to this one; None where it is not there any more."""
        said = self.client.fetch([uid], ["UID"])
        return int(said[uid][b"SEQ"]) if uid in said else None

    def uids_up_to(self, uid: int) -> set[int]:
        """Those of them that are there."""
        return set(self.client.search(["UID", f"1:{uid}"]))

    def marks_up_to(self, uid: int, *, since: int, highest: int) -> Marks | None:
        """Of these messages, what has changed after the modification `since` (RFC 7162); None where nothing has.

        All of them where `since` is 0, or where the server does not count changes: `highest` is 0 then. What is marked is asked for
        by SEARCH, whose answer holds nothing that was not asked for; a FETCH may bring marks of others under their other numbers.
        """
        if not (since and highest):
            return Marks(
                None, self._marked(f"1:{uid}", "ANSWERED"), self._marked(f"1:{uid}", "FLAGGED"), highest
            )
        changed = self.client.search(["UID", f"1:{uid}", "MODSEQ", str(since + 1)])
        if not changed:
            return None
        answered: list[int] = []
        flagged: list[int] = []
        for start in range(0, len(changed), ASKED_AT_ONCE):
            some = ",".join(map(str, changed[start : start + ASKED_AT_ONCE]))
            answered += self._marked(some, "ANSWERED")
            flagged += self._marked(some, "FLAGGED")
        return Marks(list(changed), answered, flagged, changed.modseq or since)

    def _marked(self, uids: str, mark: str) -> list[int]:
        return list(self.client.search(["UID", uids, mark]))

    def sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """Bytes of each message that is still there, in ascending order of UIDs."""
        found: dict[int, int] = {}
        for start in range(0, len(uids), ASKED_AT_ONCE):
            said = self.client.fetch(uids[start : start + ASKED_AT_ONCE], ["RFC822.SIZE"])
            found |= {uid: facts[b"RFC822.SIZE"] for uid, facts in said.items() if b"RFC822.SIZE" in facts}
        return dict(sorted(found.items()))

    def messages(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Whole messages; one that has left meanwhile is missing."""
        return _bodies(self.client.fetch(uids, ["BODY.PEEK[]"]), b"BODY[]")

    def beginning(self, uid: int, length: int) -> bytes:
        """The first bytes of a message that is too large to be fetched."""
        return _bodies(self.client.fetch([uid], [f"BODY.PEEK[]<0.{length}>"]), b"BODY[]<0>").get(uid, b"")

    def wait(self, seconds: float) -> None:
        """Until the server says that something has happened (IDLE, RFC 2177), or for so long; a server without it is asked."""
        if not self.waits_by_idle:
            self.broken_off.wait(min(seconds, POLL_SECONDS))
            self.client.noop()
            return
        started = time.monotonic()
        self.client.idle()
        said = self.client.told_with_the_answer()
        while not any(map(_is_news, said)) and (left := seconds - (time.monotonic() - started)) > 0:
            asked = time.monotonic()
            said = self.client.idle_check(timeout=left)
            if not said and time.monotonic() - asked < left / 2:
                break  # the connection has ended: what follows says how
        self.client.idle_done()

    def break_off(self) -> None:
        """End it from another thread, whatever it waits for."""
        self.broken_off.set()
        with suppress(OSError):
            self.client.socket().shutdown(socket.SHUT_RDWR)


@contextmanager
def connected(server: Server) -> Iterator[Conversation]:
    """Connect, encrypt, sign in; leave at the end. Whatever the server does becomes `ServerTrouble`."""
    client: Client | None = None
    try:
        client = _open(server)
        _sign_in(client, server)
        yield Conversation(client)
        with suppress(OSError, imaplib.IMAP4.error):  # what has been said counts, not the goodbye
            client.logout()
    except ServerTrouble:
        raise
    except (OSError, UnicodeError, imaplib.IMAP4.error) as error:
        raise imap_trouble_of(error) from error
    finally:
        if client is not None:
            with suppress(OSError):
                client.shutdown()


def _open(server: Server) -> Client:
    context = ssl.create_default_context()
    client = Client(
        server.host,
        server.port,
        ssl=server.security == "tls",
        ssl_context=context if server.security == "tls" else None,
        timeout=SocketTimeout(CONNECT_SECONDS, ANSWER_SECONDS),
    )
    client.socket().setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    if server.security == "starttls":
        try:
            client.starttls(context)
        except BaseException:
            client.shutdown()
            raise
    return client


def _sign_in(client: Client, server: Server) -> None:
    if server.access_token:
        if not client.has_capability("AUTH=XOAUTH2"):
            raise CapabilityError("XOAUTH2")
        try:
            client.oauth2_login(server.username, server.access_token)
        except LoginError as error:
            raise token_refused(error) from error
    elif client.has_capability("LOGINDISABLED"):
        raise CapabilityError("LOGIN")
    elif server.username.isascii() and server.password.isascii():
        client.login(server.username, server.password)
    elif client.has_capability("AUTH=PLAIN"):
        client.plain_login(server.username, server.password)
    else:
        raise LoginError("This server takes user names and passwords of ASCII alone.")


def _bodies(said: dict[int, dict[bytes, Any]], name: bytes) -> dict[int, bytes]:
    return {uid: facts[name] or b"" for uid, facts in sorted(said.items()) if name in facts}


def _is_news(answer: Any) -> bool:
    """A message came or went, or its marks changed; not the sign of life that some servers send."""
    return len(answer) > 1 and answer[1] in {b"EXISTS", b"RECENT", b"EXPUNGE", b"FETCH", b"VANISHED"}
