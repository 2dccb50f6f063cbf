"""Conversations with servers that translate. What any of them can do is a `Translator`; LibreTranslate's API is the first.

https://libretranslate.com/docs: POST /translate, POST /detect, GET /languages, JSON both ways. No redirect is followed: the text
goes to the address that the head of the desk has typed, or nowhere.
"""

import http.client
import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol
from urllib.parse import urlsplit

from jembatan.correspondence.servers.translation_troubles import (
    TranslationTrouble,
    Trouble,
    trouble_of,
    trouble_of_answer,
)
from jembatan.platform.hanging_up import hung_up_after

MOST_BYTES = 1024 * 1024
ANSWER_SECONDS = 8.0
ANY_LANGUAGE = "auto"


class Translator(Protocol):
    """A provider. Languages are ISO 639-1 codes; every method raises `TranslationTrouble`."""

    @property
    def host(self) -> str:
        """Who translates, as readers are told."""

    def languages(self) -> set[str]:
        """Those that it translates into."""

    def detect(self, text: str) -> str:
        """The likeliest language."""

    def translate(self, text: str, *, source: str, target: str, seconds: float = ANSWER_SECONDS) -> str:
        """Plain text into plain text, in that time; `source` may be `ANY_LANGUAGE`."""


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """A server at an address, such as https://translate.example.org or http://127.0.0.1:5000."""

    address: str
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """Its name."""
        return urlsplit(self.address).hostname or self.address

    def languages(self) -> set[str]:
        """All targets; LibreTranslate writes "zh-Hans" where we say "zh"."""
        known = _expect(list, self._ask("GET", "/languages", None, ANSWER_SECONDS))
        targets = {code for each in known if isinstance(each, dict) for code in each.get("targets") or ()}
        codes = {each["code"] for each in known if isinstance(each, dict) and "code" in each}
        return {str(code).partition("-")[0] for code in targets or codes}

    def detect(self, text: str) -> str:
        """The first that the server names."""
        found = _expect(list, self._ask("POST", "/detect", {"q": text}, ANSWER_SECONDS))
        best = _expect(dict, found[0]) if found else {}
        return _expect(str, best.get("language")).partition("-")[0]

    def translate(self, text: str, *, source: str, target: str, seconds: float = ANSWER_SECONDS) -> str:
        """In one request."""
        wanted = {"q": text, "source": source, "target": target, "format": "text"}
        answer = _expect(dict, self._ask("POST", "/translate", wanted, seconds))
        return _expect(str, answer.get("translatedText")).replace("\x00", "")

    def _ask(self, method: str, path: str, said: Mapping[str, str] | None, seconds: float) -> object:
        parts = urlsplit(self.address)
        body = None
        if said is not None:
            body = json.dumps({**said, "api_key": self.key} if self.key else dict(said))
        until = monotonic() + seconds
        with _connected(self.address, seconds) as connection:
            headers = {"Content-Type": "application/json", "Accept": "application/json"}
            connection.request(method, parts.path.rstrip("/") + path, body, headers)
            with connection.getresponse() as response:
                answer = response.read(MOST_BYTES + 1)
            if monotonic() >= until:
                raise TimeoutError
        if response.status != 200:
            raise trouble_of_answer(response.status, answer)
        if len(answer) > MOST_BYTES:
            raise TranslationTrouble(Trouble.OTHER_SERVER)
        try:
            return json.loads(answer)
        except (ValueError, RecursionError):
            raise TranslationTrouble(Trouble.OTHER_SERVER) from None


@contextmanager
def _connected(address: str, seconds: float) -> Iterator[http.client.HTTPConnection]:
    """A connection that ends after so many seconds, also where the server sends its answer byte by byte."""
    until = monotonic() + seconds
    try:
        with closing(_connection(address, seconds)) as connection:
            connection.connect()
            with hung_up_after(connection.sock, until - monotonic()):
                yield connection
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise (TranslationTrouble(Trouble.SILENT) if monotonic() >= until else trouble_of(error)) from error


def _connection(address: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(address)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(parts.netloc, timeout=seconds, context=context)
    return http.client.HTTPConnection(parts.netloc, timeout=seconds)


def _expect[Kind](kind: type[Kind], said: object) -> Kind:
    if not isinstance(said, kind):
        raise TranslationTrouble(Trouble.OTHER_SERVER)
    return said
