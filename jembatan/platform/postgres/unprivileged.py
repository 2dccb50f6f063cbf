"""PostgreSQL refuses to run as root: a keeper started by root gives its privileges up first."""

import contextlib
import os
import pwd
import shutil
from pathlib import Path

from jembatan.platform.postgres import capabilities
from jembatan.platform.postgres.layout import Layout

NAMESPACE_USER = 1000
SERVANT = "nobody"


def become_unprivileged(layout: Layout) -> None:
    """Stop being root for the rest of this process; nothing happens where it is not.

    In a user namespace root's files stay root's. Where the kernel allows none, the process becomes the user nobody, and the
    server's folders are handed over to it; it keeps the one capability to pass through folders closed to others, so that a
    home below /root works.
    """
    if os.geteuid() != 0:
        return
    if layout.folder.stat().st_uid == 0 and enter_user_namespace():
        return
    servant = pwd.getpwnam(SERVANT)
    for folder in (layout.folder, layout.socket_folder):
        hand_over(folder, servant)
    become(servant)


def enter_user_namespace() -> bool:
    """Become user 1000 of a new namespace, who is root to everyone outside; False where the kernel refuses."""
    if not hasattr(os, "unshare"):
        return False
    try:
        os.unshare(os.CLONE_NEWUSER)
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{NAMESPACE_USER} 0 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{NAMESPACE_USER} 0 1", encoding="ascii")
    except OSError:
        return False
    return os.geteuid() == NAMESPACE_USER


def hand_over(folder: Path, owner: pwd.struct_passwd) -> None:
    """Give a folder and all in it to this user."""
    for path in (folder, *folder.rglob("*")):
        with contextlib.suppress(FileNotFoundError):
            shutil.chown(path, owner.pw_uid, owner.pw_gid)


def become(user: pwd.struct_passwd) -> None:
    """Become this user, real and effective, keeping the way through closed folders where the system has capabilities."""
    with capabilities.passing_through_folders():
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
