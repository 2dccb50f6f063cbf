"""A talk with another machine that ends in time, also where that one sends its answer byte by byte: a socket's own timeout begins anew with each."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer


@contextmanager
def hung_up_after(line: socket.socket, seconds: float) -> Iterator[None]:
    """After so many seconds whoever reads from the line finds it closed."""
    end = Timer(seconds, _hang_up, [line])
    end.daemon = True
    end.start()
    try:
        yield
    finally:
        end.cancel()


def _hang_up(line: socket.socket) -> None:
    """Wakes whoever still reads; one that is closed already needs no waking."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
