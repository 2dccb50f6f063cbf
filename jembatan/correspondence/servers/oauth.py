"""Access to a mailbox by OAuth 2: a refresh token, typed once, is exchanged for an access token (RFC 6749, section 6)."""

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field

from jembatan.correspondence.servers.imap_troubles import IncomingTrouble
from jembatan.correspondence.servers.troubles import LONGEST_WORDS, Trouble, plain_words

SECONDS = 20.0
LONGEST_ANSWER = 1 << 20
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Grant:
    """Where tokens are given, and on whose behalf."""

    token_url: str
    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`refresh_token` is the one to use from now on; some providers give a new one each time."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A refresh token goes to the address that it was typed for, and nowhere else."""

    def redirect_request(self, *_arguments: object, **_more: object) -> None:
        """None: the answer that asks for it is an error."""


def tokens_by(grant: Grant) -> Tokens:
    """Ask for an access token. Raises `ServerTrouble`."""
    asked = {
        "grant_type": "refresh_token",
        "client_id": grant.client_id,
        "refresh_token": grant.refresh_token,
    }
    if grant.client_secret:
        asked["client_secret"] = grant.client_secret
    if not is_private(grant.token_url):
        raise IncomingTrouble(Trouble.NO_TOKEN)
    opener = urllib.request.build_opener(_NoRedirects)
    try:
        with opener.open(grant.token_url, urllib.parse.urlencode(asked).encode(), timeout=SECONDS) as answer:
            said = json.loads(answer.read(LONGEST_ANSWER))
        return Tokens(str(said["access_token"]), str(said.get("refresh_token") or grant.refresh_token))
    except urllib.error.HTTPError as error:
        with error:
            raise IncomingTrouble(Trouble.NO_TOKEN, _words(error.read(LONGEST_ANSWER))) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IncomingTrouble(Trouble.NO_TOKEN, plain_words(str(error))[:LONGEST_WORDS]) from error


def is_private(address: str) -> bool:
    """Whether a secret may be sent there: by TLS, or within this machine."""
    parts = urllib.parse.urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _words(body: bytes) -> str:
    """`error_description` (RFC 6749, section 5.2) where there is one."""
    try:
        said = json.loads(body)
        return plain_words(str(said.get("error_description") or said.get("error") or ""))[:LONGEST_WORDS]
    except (ValueError, AttributeError):
        return ""
