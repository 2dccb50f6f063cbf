"""A browser without a screen: cookies, forms with their token, no redirects followed."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPMessage
from typing import IO, Any

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


class Visitor:
    """One person's visit to a desk on this machine."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://localhost:{port}"
        self.opener = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor())

    def is_signed_in(self) -> bool:
        """Whether the database knows this visit: the sign-in page sends those on who are in already."""
        return self._open("/accounts/login/")[0] == 302

    def sign_in(self, path: str) -> int:
        """Press the button on the one-time address: 302 to the desk, or 403 where the address has been spent."""
        found = TOKEN.search(self._open(path)[1])
        assert found is not None
        return self._open(path, {"csrfmiddlewaretoken": found[1]})[0]

    def get(self, path: str) -> str:
        """A page, as text; refuses anything but 200."""
        status, text = self._open(path)
        assert status == 200, (path, status)
        return text

    def send(self, path: str, fields: dict[str, str], *, form: str = "") -> int:
        """Fill in the form on that page, or on `form`; the status of the answer."""
        found = TOKEN.search(self.get(form or path))
        assert found is not None
        return self._open(path, {"csrfmiddlewaretoken": found[1], **fields})[0]

    def _open(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        body: Any = urllib.parse.urlencode(fields).encode() if fields is not None else None
        try:
            with self.opener.open(self.origin + path, body, timeout=30) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()
