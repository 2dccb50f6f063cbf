"""Requests of one reader to every address: each page is read once for all tests that look at what it answers."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from pypdf import PdfReader

from tests.access.addresses import Address
from tests.access.scene import SECRET, Arguments, Scene
from tests.access.table import TABLE, Answer, known_addresses

type ClientOfRole = Callable[[str], Client]


@dataclass(frozen=True, slots=True)
class Heard:
    """What an address answers: what it comes to, and whether the secret word can be read in it, in any spelling of case."""

    answer: Answer | str
    secret: bool


@dataclass(frozen=True, slots=True)
class Walks:
    """What each role reads in the open and in the hidden world, by path and by the address's name."""

    scene: Scene
    _heard: dict[tuple[str, str], Heard] = field(default_factory=dict)

    def read(self, role: str, world: str, client: Client) -> dict[str, tuple[Address, Heard]]:
        """Every address of the table, by its path; one that is the same in both worlds is asked once."""
        known: Arguments = getattr(self.scene, world)
        read = {}
        for address in known_addresses():
            path = path_of(address, known)
            if (role, path) not in self._heard:
                self._heard[role, path] = hear(client, address, known)
            read[path] = (address, self._heard[role, path])
        return read


def path_of(address: Address, known: Arguments) -> str:
    """Where it is, with its row's arguments before those of the world."""
    own = {name: value.format(**known) for name, value in TABLE[address.name].arguments.items()}
    return address.filled({**known, **own})


def ask(client: Client, method: str, address: Address, known: Arguments) -> Answer | str:
    """What one request comes to."""
    with _asked(client, method, address, known) as response:
        _content(response)
        return _answer(response)


def hear(client: Client, address: Address, known: Arguments) -> Heard:
    """The same of a page that is read, with what can be read on it."""
    with _asked(client, "get", address, known) as response:
        return Heard(_answer(response), SECRET.lower() in text_of(response).lower())


@contextmanager
def _asked(client: Client, method: str, address: Address, known: Arguments) -> Iterator[HttpResponseBase]:
    """Whatever the request writes is undone, and whoever was signed out is signed in again."""
    row = TABLE[address.name]
    data = {name: value.format(**known) for name, value in row.data.items()} if method == "post" else {}
    session = SimpleCookie(client.cookies)
    with transaction.atomic():
        yield getattr(client, method)(path_of(address, known), data)
        transaction.set_rollback(True)
    client.cookies = session


def _answer(response: HttpResponseBase) -> Answer | str:
    known = {403: Answer.REFUSED, 404: Answer.MISSING, 405: Answer.NO_SUCH}
    if response.status_code in known:
        return known[response.status_code]
    if response.headers.get("Location", "").startswith("/accounts/login/?next="):
        return Answer.SIGN_IN
    return Answer.MAY if response.status_code < 500 else str(response.status_code)


def text_of(response: HttpResponseBase) -> str:
    """What a reader could read in it: of PDF and office files the text."""
    content = _content(response)
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return f"{response.headers}\n{content.decode('utf-8', 'replace')}"


def _content(response: HttpResponseBase) -> bytes:
    """Read to its end: what is sent bit by bit may still break."""
    return b"".join(response) if response.streaming else getattr(response, "content", b"")
