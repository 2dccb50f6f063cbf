"""Whose request it is behind a web server, and what a stranger says of that."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from jembatan.config.proxies import behind, trusted_proxies

PROXIES = ["127.0.0.1", "10.0.0.0/8"]


def _seen(peer: str, forwarded: str | None, proxies: list[str]) -> str:
    """The address that the application is told."""
    told = []

    def application(environ: dict[str, Any], _start: Callable[..., Any]) -> Iterable[bytes]:
        told.append(environ["REMOTE_ADDR"])
        return []

    environ = {"REMOTE_ADDR": peer} | ({} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded})
    behind(application, proxies)(environ, lambda *_said: None)
    return str(told[0])


@pytest.mark.parametrize(
    ("peer", "forwarded", "seen"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "203.0.113.9, 192.0.2.7, 10.1.2.3", "192.0.2.7"),
        ("10.9.9.9", "2001:db8::7", "2001:db8::7"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("198.51.100.5", "192.0.2.7", "198.51.100.5"),
        ("198.51.100.5", "127.0.0.1", "198.51.100.5"),
    ],
)
def test_only_trusted_servers_say_for_whom_they_ask(peer: str, forwarded: str | None, seen: str) -> None:
    assert _seen(peer, forwarded, PROXIES) == seen


def test_nobody_is_trusted_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRUSTED_PROXIES", raising=False)
    assert trusted_proxies() == []
    assert _seen("127.0.0.1", "192.0.2.7", trusted_proxies()) == "127.0.0.1"


@pytest.mark.parametrize(
    "given", ["*", "proxy.example", "127.0.0.1,10.0.0.1/8", "0.0.0.0/0", "127.0.0.1,::/0"]
)
def test_what_is_no_address_or_everybodys_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", given)
    with pytest.raises(ValueError, match="TRUSTED_PROXIES has to list addresses"):
        trusted_proxies()


def test_addresses_and_networks_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", " 127.0.0.1, ::1 ,10.0.0.0/8,")
    assert trusted_proxies() == ["127.0.0.1", "::1", "10.0.0.0/8"]
