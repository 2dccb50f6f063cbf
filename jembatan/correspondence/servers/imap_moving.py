"""Moving one message between two folders of a server, so that doing it twice does no more than doing it once.

By MOVE (RFC 6851), else by COPY and UID EXPUNGE (RFC 4315). A server that has neither could remove only whatever anybody has
marked as deleted: there nothing is moved.
"""

import imaplib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from imapclient import IMAPClient

from jembatan.correspondence.servers.imap import Conversation
from jembatan.correspondence.servers.imap_troubles import IncomingTrouble, imap_trouble_of
from jembatan.correspondence.servers.troubles import Trouble


@dataclass(frozen=True, slots=True)
class Sought:
    """A message by its Message-ID, since its number is another one in each folder; `is_it` knows it by its head."""

    message_id: str
    is_it: Callable[[bytes], bool]


class Whereabouts(Enum):
    """What became of it."""

    MOVED = "moved"
    THERE_ALREADY = "there already"
    NOWHERE = "nowhere"


def move(conversation: Conversation, sought: Sought, *, source: str, target: str) -> Whereabouts:
    """Every copy of it in `source`; `target` is made where it is missing. Raises `ServerTrouble`."""
    try:
        return _move(conversation.client, sought, source, target)
    except (OSError, UnicodeError, imaplib.IMAP4.error) as error:
        raise imap_trouble_of(error) from error


def _move(client: IMAPClient, sought: Sought, source: str, target: str) -> Whereabouts:
    sizes = _sizes(client, sought, source)
    there = _sizes(client, sought, target)
    if not sizes:
        if there:
            _sweep(client, sought, source, there)
        return Whereabouts.THERE_ALREADY if there else Whereabouts.NOWHERE
    if not client.folder_exists(target):
        client.create_folder(target)
    client.select_folder(source)
    if client.has_capability("MOVE"):
        client.move(list(sizes), target)
    elif client.has_capability("UIDPLUS"):
        missing = [uid for uid, size in sizes.items() if size not in there.values()]
        if missing:  # a try that broke off has copied the others
            client.copy(missing, target)
        client.add_flags(list(sizes), ["\\Deleted"], silent=True)
        client.uid_expunge(list(sizes))
    else:
        raise IncomingTrouble(Trouble.NO_MOVE)
    return Whereabouts.MOVED


def _sweep(client: IMAPClient, sought: Sought, source: str, there: dict[int, int]) -> None:
    """A try without MOVE that broke off before the last step has left what it copied marked as deleted: that step is done now.

    Only what lies in the other folder, too, is removed, whoever has marked it.
    """
    if client.has_capability("MOVE") or not client.has_capability("UIDPLUS"):
        return
    marked = _sizes(client, sought, source, deleted=True)
    if left := [uid for uid, size in marked.items() if size in there.values()]:
        client.select_folder(source)
        client.uid_expunge(left)


def _sizes(client: IMAPClient, sought: Sought, folder: str, *, deleted: bool = False) -> dict[int, int]:
    """Bytes of each copy of it, by number; none where there is no such folder.

    A server finds parts of a Message-ID too, and others may have used the same one. What a colleague has deleted stays deleted.
    """
    if not (sought.message_id.isascii() and client.folder_exists(folder)):
        return {}
    client.select_folder(folder, readonly=True)
    candidates = client.search(
        ["DELETED" if deleted else "UNDELETED", "HEADER", "Message-ID", sought.message_id]
    )
    facts = client.fetch(candidates, ["BODY.PEEK[HEADER]", "RFC822.SIZE"]) if candidates else {}
    return {
        uid: said[b"RFC822.SIZE"]
        for uid, said in sorted(facts.items())
        if b"RFC822.SIZE" in said and sought.is_it(said.get(b"BODY[HEADER]") or b"")
    }
