"""A program that synchronises an address book, over one connection that it keeps."""

from base64 import b64encode
from collections.abc import Collection
from http.client import HTTPConnection
from xml.etree import ElementTree
from xml.sax.saxutils import escape

D = "{DAV:}"
SYNC = (
    '<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><sync-level>1</sync-level>'
    "<prop><getetag/></prop></sync-collection>"
)
MULTIGET = (
    '<C:addressbook-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">'
    "<prop><getetag/><C:address-data/></prop>{hrefs}</C:addressbook-multiget>"
)


class DavProgram:
    """At one book of one server on this machine."""

    def __init__(self, port: int, book: str, user: str, password: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=600)
        self.book = book
        login = b64encode(f"{user}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {login}", "Host": f"localhost:{port}"}

    def fetch_all(self) -> int:
        """Everything from nothing; how many cards came."""
        _token, names = self.changes("")
        return self.multiget(names)

    def changes(self, token: str) -> tuple[str, set[str]]:
        """The new token, and the names that changed since."""
        root = ElementTree.fromstring(self._ask("REPORT", "", SYNC.format(token=token)))
        hrefs = (one.findtext(f"{D}href") or "" for one in root.iter(f"{D}response"))
        return root.findtext(f"{D}sync-token") or "", {href.rpartition("/")[2] for href in hrefs}

    def multiget(self, names: Collection[str]) -> int:
        """Fetch these cards, all at once; how many came."""
        hrefs = "".join(f"<href>{escape(self.book + name)}</href>" for name in names)
        root = ElementTree.fromstring(self._ask("REPORT", "", MULTIGET.format(hrefs=hrefs)))
        came = [one.text for one in root.iter("{urn:ietf:params:xml:ns:carddav}address-data")]
        assert len(came) == len(names), (len(came), len(names))
        return len(came)

    def get(self, name: str) -> str:
        """One card."""
        return self._ask("GET", name, "").decode()

    def put(self, name: str, card: str) -> None:
        """Write one card."""
        self._ask("PUT", name, card, kind="text/vcard")

    def _ask(self, method: str, name: str, body: str, *, kind: str = "text/xml") -> bytes:
        self.connection.request(
            method, self.book + name, body.encode(), {**self.headers, "Content-Type": kind, "Depth": "0"}
        )
        response = self.connection.getresponse()
        content = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {self.book}{name}: {response.status} {content[:500]!r}")
        return content
