"""Parts that need no database: Python, PostgreSQL's programs, the home, its key, its files, styles and translations."""

import os
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path

from jembatan.config.health.part import Part, attention, broken, fine
from jembatan.platform.paths import FILES, HOME, PROJECT
from jembatan.platform.postgres import DatabaseRefused
from jembatan.platform.postgres.binaries import find_binaries

LITTLE_SPACE = 1024**3


def installation_parts() -> Iterator[Part]:
    """In the order in which they depend on each other."""
    yield fine("Python", platform.python_version())
    yield programs()
    yield home(HOME)
    yield key(HOME / "secret.key")
    yield files(FILES)
    yield pages(PROJECT / "build" / "static" / "staticfiles.json")
    yield translations(PROJECT / "locale")


def programs() -> Part:
    """PostgreSQL's programs, which a given database needs only for backups."""
    try:
        binaries = find_binaries()
    except DatabaseRefused as refusal:
        return broken("PostgreSQL's programs", "none", mend=str(refusal))
    return fine("PostgreSQL's programs", f"version {binaries.major} in {binaries.folder}")


def home(folder: Path) -> Part:
    """The folder that all data are in, and the room left on its disk."""
    if not folder.exists():
        return fine("home", f"{folder}, made at the first start")
    if not os.access(folder, os.W_OK):
        return broken("home", f"{folder} cannot be written", mend="Give it to the user who runs Jembatan.")
    free = shutil.disk_usage(folder).free
    found = f"{folder}, {free / 1024**3:.1f} GB free"
    if free < LITTLE_SPACE:
        return attention(
            "home", found, mend="Make room on this disk, or move the home and set JEMBATAN_HOME."
        )
    return fine("home", found)


def key(path: Path) -> Part:
    """The signing key is nobody else's business."""
    if os.environ.get("SECRET_KEY"):
        return fine("signing key", "from SECRET_KEY")
    if not path.exists():
        return fine("signing key", "made at the first start")
    if path.stat().st_mode & 0o077:
        return attention("signing key", f"others may read {path}", mend=f"Run: chmod 600 {path}")
    return fine("signing key", str(path))


def files(folder: Path) -> Part:
    """The folder of stored files is made with the first file."""
    if folder.exists() and not os.access(folder, os.W_OK):
        return broken("files", f"{folder} cannot be written", mend="Give it to the user who runs Jembatan.")
    return fine("files", str(folder))


def pages(manifest: Path) -> Part:
    """Styles and scripts, built by bin/setup."""
    if not manifest.exists():
        return attention("pages", "styles and scripts are not built", mend="Run: bin/setup --pages")
    return fine("pages", "styles and scripts are built")


def translations(folder: Path) -> Part:
    """Every catalogue has its compiled form."""
    catalogues = list(folder.glob("*/LC_MESSAGES/*.po"))
    missing = [path.parents[1].name for path in catalogues if not path.with_suffix(".mo").exists()]
    if missing:
        return attention("translations", f"not compiled: {', '.join(sorted(missing))}", mend="Run: bin/setup")
    return fine("translations", ", ".join(sorted(path.parents[1].name for path in catalogues)) or "none")
