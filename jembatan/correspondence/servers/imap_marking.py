"""Marking messages as answered on their server, as a mail program does that sends the answer."""

import imaplib
from collections.abc import Sequence

from jembatan.correspondence.servers.imap import Conversation
from jembatan.correspondence.servers.imap_troubles import imap_trouble_of


def mark_answered(conversation: Conversation, folder: str, *, uid_validity: int, uids: Sequence[int]) -> bool:
    """False, and nothing is done, where the numbers mean other messages by now. Raises `ServerTrouble`."""
    try:
        said = conversation.client.select_folder(folder)
        if said[b"UIDVALIDITY"] != uid_validity:
            return False
        conversation.client.add_flags(uids, ["\\Answered"], silent=True)
    except (OSError, UnicodeError, imaplib.IMAP4.error) as error:
        raise imap_trouble_of(error) from error
    return True
