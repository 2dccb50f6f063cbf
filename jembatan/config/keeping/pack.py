"""Making a backup: one tar file that is either whole or not there."""

import io
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jembatan.config.keeping.about import About
from jembatan.platform.postgres.dump import dump_database

ABOUT, DATABASE, SECRET, FILES = "about.json", "database.dump", "secret.key", "files"


def pack(target: Path, *, dsn: str, home: Path) -> int:
    """Write the backup and return how many files it holds. An earlier backup of this name is replaced at the very end.

    The database comes before the files: a file is stored before its row is written and never changes, so every row of the
    database finds its file.
    """
    with _draft_beside(target) as draft:
        dump_database(dsn, draft / DATABASE)
        whole = draft / "backup.tar"
        with tarfile.open(whole, "w") as tar:
            count = _fill(tar, dump=draft / DATABASE, home=home)
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        whole.chmod(0o600)
        whole.replace(target)
    return count


def _fill(tar: tarfile.TarFile, *, dump: Path, home: Path) -> int:
    about = About.now().text()
    member = tarfile.TarInfo(ABOUT)
    member.size = len(about)
    tar.addfile(member, io.BytesIO(about))
    tar.add(dump, DATABASE)
    if (home / SECRET).exists():
        tar.add(home / SECRET, SECRET)
    count = 0
    for path in stored_files(home / FILES):
        tar.add(path, f"{FILES}/{path.relative_to(home / FILES)}")
        count += 1
    return count


def stored_files(folder: Path) -> Iterator[Path]:
    """Everything the file storage holds, except what is being written at this moment."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(".draft-"):
            yield path


@contextmanager
def _draft_beside(target: Path) -> Iterator[Path]:
    """A folder on the target's own disk; what a killed backup of the same name left there is removed first."""
    draft = target.absolute().with_name(f".{target.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
