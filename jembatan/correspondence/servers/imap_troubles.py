"""What goes wrong between us and an IMAP server."""

import imaplib
import re
from collections.abc import Sequence

from imapclient.exceptions import CapabilityError, LoginError

from jembatan.correspondence.servers.troubles import (
    LONGEST_WORDS,
    RECEIVING,
    ServerTrouble,
    Trouble,
    plain_words,
    trouble_of,
)

BYTES = re.compile(r"^b'(.*)'$|^b\"(.*)\"$", re.DOTALL)
WANTS_ANOTHER_WAY = re.compile(
    r"app(lication)?[- ]?(specific )?password|web login|via your web browser|basicauth|oauth|modern auth",
    re.IGNORECASE,
)


class IncomingTrouble(ServerTrouble):
    """As every trouble, with the ports of IMAP in its sentence."""

    ports = RECEIVING


class NoFolder(IncomingTrouble):
    """The server has no folder of this name; its words are the names of those that it has."""

    def __init__(self, folder: str, there: Sequence[str]) -> None:
        super().__init__(Trouble.NO_FOLDER, ", ".join(there)[:LONGEST_WORDS])
        self.folder = folder


def token_refused(error: LoginError) -> IncomingTrouble:
    """No password was wrong: the server does not take the access token."""
    return IncomingTrouble(Trouble.TOKEN_REFUSED, _words(error))


def imap_trouble_of(error: Exception) -> IncomingTrouble:
    """As `trouble_of`, with the words of IMAP."""
    found = _kind(error, _words(error))
    return IncomingTrouble(found.trouble, found.words)


def _kind(error: Exception, words: str) -> ServerTrouble:
    match error:
        case LoginError() if WANTS_ANOTHER_WAY.search(words):
            return ServerTrouble(Trouble.APP_PASSWORD, words)
        case LoginError():
            return ServerTrouble(Trouble.PASSWORD, words)
        case CapabilityError() if "XOAUTH2" in words:
            return ServerTrouble(Trouble.NO_OAUTH)
        case CapabilityError() if "STARTTLS" in words.upper():
            return ServerTrouble(Trouble.NO_STARTTLS)
        case CapabilityError():
            return ServerTrouble(Trouble.NO_SIGN_IN)
        case imaplib.IMAP4.abort() if "timed out" in words:
            return ServerTrouble(Trouble.SILENT)
        case imaplib.IMAP4.abort() if "unexpected response" in words:
            return ServerTrouble(Trouble.NOT_IMAP)
        case imaplib.IMAP4.abort():
            return ServerTrouble(Trouble.HUNG_UP)
        case imaplib.IMAP4.error():
            return ServerTrouble(Trouble.SAID_NO, words)
        case _:
            return trouble_of(error)


def _words(error: Exception) -> str:
    """The server's, without the marks of Python's bytes."""
    found = BYTES.match(str(error))
    return plain_words((found[1] or found[2] or "") if found else str(error))[:LONGEST_WORDS]
