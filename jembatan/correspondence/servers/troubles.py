"""What goes wrong between us and a mail server, each with a sentence that says what to do."""

import smtplib
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

LONGEST_WORDS = 500


class Trouble(StrEnum):
    """Stored by its value, told in the reader's language."""

    NAME = "name"
    CLOSED = "closed"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    NOT_TLS = "not_tls"
    NO_STARTTLS = "no_starttls"
    CERTIFICATE = "certificate"
    PASSWORD = "password"
    NO_SIGN_IN = "no_sign_in"
    HUNG_UP = "hung_up"
    UNREADABLE_PASSWORD = "unreadable_password"
    SAID_NO = "said_no"
    APP_PASSWORD = "app_password"
    NO_OAUTH = "no_oauth"
    NO_TOKEN = "no_token"
    TOKEN_REFUSED = "token_refused"
    NO_FOLDER = "no_folder"
    NOT_IMAP = "not_imap"
    NO_MOVE = "no_move"


@dataclass(frozen=True, slots=True)
class Ports:
    """Those that a kind of server usually listens on."""

    starttls: int
    tls: int


SENDING = Ports(starttls=587, tls=465)
RECEIVING = Ports(starttls=143, tls=993)


class ServerTrouble(Exception):
    """The server could not be used; nothing has left. `words` are the server's own, where it said any."""

    ports = SENDING

    def __init__(self, trouble: Trouble, words: str = "") -> None:
        super().__init__(trouble, words)
        self.trouble = trouble
        self.words = words

    def __str__(self) -> str:
        return told(self.trouble, self.words, ports=self.ports)


class Refusal(ServerTrouble):
    """The server answered a command with no; `for_good` says whether asking again is of use."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(Trouble.SAID_NO, words)
        self.for_good = code >= 500


def trouble_of(error: Exception) -> ServerTrouble:
    """The first kind that fits, from the particular to the general."""
    match error:
        case socket.gaierror():
            return ServerTrouble(Trouble.NAME)
        case ssl.SSLCertVerificationError():
            return ServerTrouble(Trouble.CERTIFICATE, error.verify_message)
        case ssl.SSLError():
            return ServerTrouble(Trouble.NOT_TLS)
        case ConnectionRefusedError():
            return ServerTrouble(Trouble.CLOSED)
        case TimeoutError():
            return ServerTrouble(Trouble.SILENT)
        case smtplib.SMTPAuthenticationError():
            return ServerTrouble(Trouble.PASSWORD, answer_words(error.smtp_code, error.smtp_error))
        case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):
            return ServerTrouble(Trouble.SILENT)
        case smtplib.SMTPServerDisconnected() | ConnectionError():
            return ServerTrouble(Trouble.HUNG_UP)
        case smtplib.SMTPResponseException():
            return ServerTrouble(Trouble.SAID_NO, answer_words(error.smtp_code, error.smtp_error))
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
            return ServerTrouble(Trouble.NO_STARTTLS)
        case smtplib.SMTPException():
            return ServerTrouble(Trouble.NO_SIGN_IN)
        case UnicodeError():
            return ServerTrouble(Trouble.PASSWORD)
        case _:
            return ServerTrouble(Trouble.UNREACHABLE, str(error))


def told(trouble: str, words: str = "", *, ports: Ports = SENDING) -> str:
    """The sentence, with the server's words behind it; words alone for a trouble that is not known here."""
    sentence = _sentences(ports).get(trouble, "")
    return " ".join(filter(None, [sentence, f"“{words}”" if words else ""]))


def answer_words(code: int, words: bytes | str) -> str:
    """Code and words of an answer, on one line."""
    return f"{code} {plain_words(words)}".strip()[:LONGEST_WORDS]


def plain_words(words: bytes | str) -> str:
    """The words alone."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(text.replace("\x00", "").split())


def _sentences(ports: Ports) -> dict[str, str]:
    usual = {"starttls": ports.starttls, "tls": ports.tls}
    return {
        Trouble.NAME: _("No server of this name was found. Look for a typing error in the name."),
        Trouble.CLOSED: _(
            "The server is there, but nothing answers on this port. Usual ports are %(starttls)s and %(tls)s."
        )
        % usual,
        Trouble.SILENT: _(
            "The server did not answer in time. Port %(starttls)s usually goes with STARTTLS and port %(tls)s with TLS; a firewall may also be in the way."
        )
        % usual,
        Trouble.UNREACHABLE: _("The server cannot be reached from here."),
        Trouble.NOT_TLS: _("This port does not begin with TLS. Choose STARTTLS, or port %(tls)s.") % usual,
        Trouble.NO_STARTTLS: _(
            "The server offers no STARTTLS on this port. Choose TLS, or port %(starttls)s."
        )
        % usual,
        Trouble.CERTIFICATE: _(
            "The server's certificate is not trusted, or belongs to another name. Use the name that stands in the certificate."
        ),
        Trouble.PASSWORD: _("The server refuses the user name or the password."),
        Trouble.NO_SIGN_IN: _(
            "The server lets nobody sign in here. Leave the user name empty, or use another port."
        ),
        Trouble.HUNG_UP: _("The server ended the connection."),
        Trouble.UNREADABLE_PASSWORD: _(
            "The stored password cannot be read with this installation's key. Type it again."
        ),
        Trouble.SAID_NO: _("The server refuses."),
        Trouble.APP_PASSWORD: _(
            "The provider does not take the usual password from programs. Make an app password in the settings of the mail account and type that one, or use OAuth 2."
        ),
        Trouble.NO_OAUTH: _("The server does not take OAuth 2. Use a password."),
        Trouble.NO_TOKEN: _(
            "The provider gives no access by this refresh token. Allow the access again and type the new token."
        ),
        Trouble.TOKEN_REFUSED: _(
            "The provider gives access, but the server refuses it for this user name. Check the user name, and that the access was allowed for mail by IMAP."
        ),
        Trouble.NOT_IMAP: _(
            "What answers on this port is no IMAP server. Usual ports are %(starttls)s and %(tls)s."
        )
        % usual,
        Trouble.NO_MOVE: _(
            "The server cannot move single messages between folders. Leave the folder for what is done empty."
        ),
        Trouble.NO_FOLDER: _("The server has no folder of this name. It has:"),
    }
