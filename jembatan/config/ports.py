"""The port that the web listens on: found, waited for, and asked whether it answers."""

import http.client
import socket
import time

from jembatan.platform.cli.output import refuse

PORTS = range(8000, 8100)
BESIDE = 1000
LAST = 65_500
PATIENCE = 5.0
GLANCE = 0.1


def chosen_port(port: int | None) -> int:
    """The port asked for, which a web killed a moment ago may still hold for an instant, or the first free one."""
    if port is None:
        return next(filter(is_free, PORTS), None) or refuse(
            f"Every port from {PORTS[0]} to {PORTS[-1]} is taken; name one with --port."
        )
    end = time.monotonic() + PATIENCE
    while not is_free(port):
        if time.monotonic() > end:
            refuse(f"Another program listens on port {port}; name another one with --port.")
        time.sleep(GLANCE)
    return port


def port_beside(port: int) -> int | None:
    """For the stream of news of the web on that port: the same one at every start, unless another program took it."""
    first = port + BESIDE if port + BESIDE < LAST else port - BESIDE
    return next(filter(is_free, range(first, first + 20)), None)


def is_free(port: int) -> bool:
    """Whether nobody on this machine listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether a web server answers there, with whatever status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
