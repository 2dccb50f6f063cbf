"""What goes wrong between us and a translation server, each with a sentence that says what to do."""

import http.client
import json
import socket
import ssl
from enum import StrEnum

from django.utils.translation import gettext as _

from jembatan.correspondence.servers.troubles import LONGEST_WORDS, plain_words


class Trouble(StrEnum):
    """What kind."""

    NAME = "name"
    CLOSED = "closed"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    NOT_TLS = "not_tls"
    CERTIFICATE = "certificate"
    HUNG_UP = "hung_up"
    REQUEST = "request"
    KEY = "key"
    BUSY = "busy"
    BROKEN = "broken"
    OTHER_SERVER = "other_server"
    UNREADABLE_KEY = "unreadable_key"


class TranslationTrouble(Exception):
    """Nothing was translated. `words` are the server's own, where it said any."""

    def __init__(self, trouble: Trouble, words: str = "") -> None:
        super().__init__(trouble, words)
        self.trouble = trouble
        self.words = plain_words(words)[:LONGEST_WORDS]

    def __str__(self) -> str:
        said = f"“{self.words}”" if self.words else ""
        return " ".join(filter(None, [_sentences()[self.trouble], said]))


def trouble_of(error: Exception) -> TranslationTrouble:
    """The first kind that fits, from the particular to the general."""
    match error:
        case socket.gaierror() | UnicodeError():
            return TranslationTrouble(Trouble.NAME)
        case ssl.SSLCertVerificationError():
            return TranslationTrouble(Trouble.CERTIFICATE, error.verify_message)
        case ssl.SSLError():
            return TranslationTrouble(Trouble.NOT_TLS)
        case ConnectionRefusedError():
            return TranslationTrouble(Trouble.CLOSED)
        case TimeoutError():
            return TranslationTrouble(Trouble.SILENT)
        case http.client.RemoteDisconnected() | http.client.IncompleteRead() | ConnectionError():
            return TranslationTrouble(Trouble.HUNG_UP)
        case http.client.HTTPException():
            return TranslationTrouble(Trouble.OTHER_SERVER)
        case _:
            return TranslationTrouble(Trouble.UNREACHABLE, str(error))


def trouble_of_answer(status: int, body: bytes) -> TranslationTrouble:
    """An answer that is no translation, by its status (LibreTranslate's: 400, 403, 429, 500)."""
    words = _error_words(body)
    if status == 403 or (status == 400 and "api key" in words.lower()):
        return TranslationTrouble(Trouble.KEY, words)
    if status == 400:
        return TranslationTrouble(Trouble.REQUEST, words)
    if status == 429:
        return TranslationTrouble(Trouble.BUSY, words)
    if status >= 500:
        return TranslationTrouble(Trouble.BROKEN, words)
    return TranslationTrouble(Trouble.OTHER_SERVER, f"HTTP {status}")


def _error_words(body: bytes) -> str:
    """What the server's JSON says under "error"; nothing where it is another document."""
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    error = said.get("error") if isinstance(said, dict) else None
    return error if isinstance(error, str) else ""


def _sentences() -> dict[Trouble, str]:
    return {
        Trouble.NAME: _("No server of this name was found. Look for a typing error in the address."),
        Trouble.CLOSED: _("The machine is there, but no translation server answers at this address."),
        Trouble.SILENT: _("The translation server did not answer in time. Try again in a moment."),
        Trouble.UNREACHABLE: _("The translation server cannot be reached from here."),
        Trouble.NOT_TLS: _("The translation server does not speak https at this address."),
        Trouble.CERTIFICATE: _("The certificate of the translation server is not trusted."),
        Trouble.HUNG_UP: _("The translation server ended the connection. Try again in a moment."),
        Trouble.REQUEST: _("The translation server does not translate this."),
        Trouble.KEY: _("The translation server wants another API key. The head of the desk sets it."),
        Trouble.BUSY: _("The translation server is asked too often just now. Try again in a few minutes."),
        Trouble.BROKEN: _("The translation server has a fault of its own. Try again later."),
        Trouble.OTHER_SERVER: _(
            "What answers at this address is no translation server. It has to speak LibreTranslate's API."
        ),
        Trouble.UNREADABLE_KEY: _(
            "The stored API key cannot be read with this installation's key. Type it again."
        ),
    }
