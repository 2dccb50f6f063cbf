"""Reaching a server whose address somebody outside has named: by TLS alone, and only where everybody could reach it.

The name is resolved once, and the connection goes to the address that was looked at: a name that answers otherwise a moment later leads nowhere else.
"""

import http.client
import socket
import ssl
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings


class Unreachable(ValueError):
    """No address that we write to."""


def https_parts(address: str) -> SplitResult:
    """Its parts. Raises `Unreachable` for anything but https with a name, and for a number that is not everybody's."""
    try:
        parts = urlsplit(address)
        named = parts.hostname, parts.port
    except ValueError as error:
        raise Unreachable("no address") from error
    if parts.scheme != "https" or not named[0] or parts.username is not None or parts.fragment:
        raise Unreachable("no https address")
    if not address.isascii() or not address.isprintable() or " " in address:
        raise Unreachable("no address")
    if not _is_name(named[0]):
        raise Unreachable("no name")
    if _is_number(named[0]) and not _is_everybodys(named[0]):
        raise Unreachable("a private address")
    return parts


class PublicConnection(http.client.HTTPSConnection):
    """Leads to addresses of the public network alone, and follows nothing."""

    def connect(self) -> None:
        """Raises `Unreachable`, and `OSError`; the handshake as a whole ends with the timeout, however slowly its bytes come."""
        line = _reached(self.host, self.port, self.timeout or 10)
        self.sock = _context().wrap_socket(line, server_hostname=self.host)


def _reached(host: str, port: int, seconds: float) -> socket.socket:
    found = [str(place[4][0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(map(_is_everybodys, found)):
        raise Unreachable("a private address")
    trouble: OSError | None = None
    for number in found[:4]:
        try:
            return socket.create_connection((number, port), timeout=seconds)
        except OSError as error:
            trouble = error
    raise trouble or OSError("no address")


def _context() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=settings.PUSH_LOOPBACK_CA or None)


def _is_name(host: str) -> bool:
    """Whether the resolver takes it at all: of any other it says so in an error of its own."""
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return True


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _is_everybodys(number: str) -> bool:
    """Reachable from anywhere; this machine itself only where tests say so."""
    address = ip_address(number.strip("[]").partition("%")[0])
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if settings.PUSH_LOOPBACK_CA and address.is_loopback:
        return True
    return address.is_global and not address.is_multicast
