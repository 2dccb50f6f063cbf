"""The address under which the desk is reached: given, or that of the web that runs on this home, or the usual one.

The web writes its port to `web.port` in the home and holds a lock on it as long as any of its processes lives, so what a
killed web left behind is known to be stale.
"""

import os
from pathlib import Path
from typing import IO

from jembatan.config.ports import PORTS
from jembatan.platform.postgres.locks import is_held_alone, open_lock, try_alone

FILE = "web.port"


def public_url(home: Path) -> str:
    """Without a slash at its end."""
    given = os.environ.get("PUBLIC_URL")
    return (given or local_url(running_port(home) or PORTS[0])).rstrip("/")


def local_url(port: int) -> str:
    """As this machine reaches it."""
    return f"http://localhost:{port}"


def remember_port(home: Path, port: int) -> IO[bytes] | None:
    """Say that a web listens here; keep the answer for as long as it does. None when another web has said so already."""
    home.mkdir(parents=True, exist_ok=True)
    file = open_lock(home / FILE)
    if not try_alone(file):
        file.close()
        return None
    file.truncate(0)
    file.write(str(port).encode())
    file.flush()
    return file


def running_port(home: Path) -> int | None:
    """The port of the web that runs on this home, if one does."""
    path = home / FILE
    if not (path.exists() and is_held_alone(path)):
        return None
    written = path.read_text(encoding="ascii")
    return int(written) if written.isdecimal() else None
