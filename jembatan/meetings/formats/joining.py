"""The link by which an online meeting is joined: where calendars write it, and how it is written (RFC 7986 5.11)."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

LONGEST_LINK = 2000
CONFERENCE = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
HOSTS = (
    "meet.google.com",
    "zoom.us",
    "zoomgov.com",
    "teams.microsoft.com",
    "teams.live.com",
    "webex.com",
    "meet.jit.si",
    "8x8.vc",
    "whereby.com",
    "gotomeeting.com",
    "meet.goto.com",
    "join.skype.com",
    "chime.aws",
)
LINK = re.compile(r"https://[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
TRAILING = ".,;:!?)]*"


def is_link(text: str) -> bool:
    """An https address with a host, without a login in it, white space or control characters."""
    if len(text) > LONGEST_LINK or not LINK.fullmatch(text) or not text.isprintable():
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and "@" not in parts.netloc and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def host_of(link: str) -> str:
    """ "meet.example"; of a link that `is_link` accepts. One that looks like another by its letters shows its "xn--"."""
    host = urlsplit(link).hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def link_in(*texts: str) -> str:
    """The first link to a house of online meetings that is known by its host; "" for none."""
    for text in texts:
        for found in LINK.finditer(text):
            link = found[0].rstrip(TRAILING)
            if is_link(link) and _is_known(host_of(link)):
                return _lower_scheme(link)
    return ""


def link_of(component: Any) -> str:
    """Of a VEVENT: what names a conference, else a known house's link in its address, place or description."""
    for value in _values(component):
        if is_link(value):
            return _lower_scheme(value)
    return link_in(*(str(component.get(name, "")) for name in ("URL", "LOCATION", "DESCRIPTION")))


def _values(component: Any) -> Iterator[str]:
    for name in CONFERENCE:
        value = component.get(name)
        for each in value if isinstance(value, list) else [value]:
            if each is not None:
                yield str(each).strip()


def _lower_scheme(link: str) -> str:
    return f"https://{link[8:]}"


def _is_known(host: str) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in HOSTS)
