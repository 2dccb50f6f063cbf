"""A program with an app password, as tests use it."""

from base64 import b64encode
from typing import Any
from xml.etree import ElementTree

from django.test import Client

from jembatan.accounts.actions.app_passwords import make_app_password
from jembatan.accounts.actor import Actor

D = "{DAV:}"
SYNC = (
    '<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><sync-level>1</sync-level>'
    "<prop><getetag/></prop></sync-collection>"
)


class Program:
    """Speaks WebDAV for one user at one desk."""

    def __init__(self, actor: Actor, password: str) -> None:
        assert actor.user is not None
        self.actor, self.user, self.password = actor, actor.user, password
        self.authorization = f"Basic {b64encode(f'{self.user.email}:{password}'.encode()).decode()}"
        self.client = Client()

    def book(self, kind: str) -> str:
        """The address of a book of the desk."""
        return f"/dav/{self.user.pk}/{kind}-{self.actor.desk.slug}/"

    def ask(self, method: str, path: str, body: str = "", **headers: Any) -> Any:
        """One request; headers in Python's spelling, as `if_match`."""
        named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
        kind = named.pop("content-type", "text/xml; charset=utf-8")
        return self.client.generic(
            method, path, body.encode(), kind, headers={"authorization": self.authorization, **named}
        )

    def text(self, kind: str, name: str) -> str:
        """What is served under a name, its folded lines joined."""
        response = self.ask("GET", self.book(kind) + name)
        assert response.status_code == 200, response.content
        return str(response.content.decode()).replace("\r\n ", "")

    def card(self, number: int) -> str:
        """A person's card under our own name for it."""
        return self.text("people", f"{number}.vcf")

    def properties(self, path: str, name: str, *, depth: int = 0) -> dict[str, str]:
        """The text of a property, or the address in it, by address."""
        body = f'<propfind xmlns="DAV:"><prop><{name}/></prop></propfind>'
        response = self.ask("PROPFIND", path, body, depth=depth)
        assert response.status_code == 207, response.content
        found = {}
        for one in ElementTree.fromstring(response.content).iter(f"{D}response"):
            value = one.find(f".//{D}{name}")
            if value is not None:
                found[one.findtext(f"{D}href") or ""] = value.findtext(f"{D}href") or value.text or ""
        return found

    def sync(self, kind: str, token: str = "") -> tuple[str, set[str], set[str]]:
        """The new token, and the names that changed and that are gone."""
        response = self.ask("REPORT", self.book(kind), SYNC.format(token=token))
        assert response.status_code == 207, response.content
        root = ElementTree.fromstring(response.content)
        changed, gone = set[str](), set[str]()
        for one in root.iter(f"{D}response"):
            name = (one.findtext(f"{D}href") or "").rpartition("/")[2]
            is_gone = "404" in (one.findtext(f"{D}status") or "")
            (gone if is_gone else changed).add(name)
        return root.findtext(f"{D}sync-token") or "", changed, gone


def program_of(actor: Actor) -> Program:
    """With a new app password."""
    assert actor.user is not None
    _kept, password = make_app_password(actor.user, name="test")
    return Program(actor, password)
