"""Handing messages to push services (RFC 8030): what they answer, in our words."""

import http.client
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from jembatan.field.servers.reaching import PublicConnection, Unreachable, https_parts
from jembatan.platform.hanging_up import hung_up_after

SECONDS = 15
LONGEST_ANSWER = 4096
TAKEN = {200, 201, 202, 204}
GONE = {404, 410}
LONGEST_REST = 3600


class Gone(Exception):
    """The browser is not there any more: its address is to be forgotten."""


class NotNow(Exception):
    """It may be tried again; `rest` is how many seconds the service wants to be left alone (0: it does not say)."""

    def __init__(self, why: str, rest: int = 0) -> None:
        super().__init__(why)
        self.rest = rest


class Never(Exception):
    """This message is refused for good."""


class PushServices:
    """Keeps the line to each service open while it has something for it; one that does not answer is asked once."""

    def __init__(self) -> None:
        self._lines: dict[str, PublicConnection] = {}
        self._silent: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for line in self._lines.values():
            line.close()

    def hand_over(self, endpoint: str, headers: Mapping[str, str], body: bytes) -> None:
        """Returns when the service has it. Raises `Gone`, `NotNow` and `Never`."""
        try:
            parts = https_parts(endpoint)
        except Unreachable as error:
            raise Never(str(error)) from error
        if parts.netloc in self._silent:
            raise NotNow("silent")
        kept = parts.netloc in self._lines
        line = self._lines.setdefault(parts.netloc, PublicConnection(parts.netloc, timeout=SECONDS))
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        try:
            status, rest = _asked(line, path, headers, body)
        except Unreachable as error:
            self._hang_up(parts.netloc)
            raise Never(str(error)) from error
        except (OSError, http.client.HTTPException) as error:
            self._hang_up(parts.netloc)
            if kept:  # A service may have closed a line that was kept: once more, on a new one.
                self.hand_over(endpoint, headers, body)
                return
            self._silent.add(parts.netloc)
            raise NotNow(type(error).__name__) from error
        _judge(status, rest)

    def _hang_up(self, service: str) -> None:
        self._lines.pop(service).close()


def _asked(line: PublicConnection, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, int]:
    """The status, and how long the service wants to be left alone."""
    if line.sock is None:
        line.connect()
    with hung_up_after(line.sock, SECONDS):
        line.request("POST", path, body, dict(headers))
        with line.getresponse() as answer:
            answer.read(LONGEST_ANSWER)
            if not answer.isclosed():
                line.close()
            rest = answer.headers.get("Retry-After", "")
    return answer.status, min(int(rest), LONGEST_REST) if rest.isascii() and rest.isdigit() else 0


def _judge(status: int, rest: int) -> None:
    if status in TAKEN:
        return
    if status in GONE:
        raise Gone(str(status))
    if status == 429 or status >= 500:
        raise NotNow(str(status), rest)
    raise Never(str(status))
