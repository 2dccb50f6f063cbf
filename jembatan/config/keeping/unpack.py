"""Restoring a backup in an order that a `kill -9` between any two steps leaves usable: doing it again completes it."""

import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jembatan.config.keeping.about import About, NotABackup
from jembatan.config.keeping.pack import ABOUT, DATABASE, FILES, SECRET, stored_files
from jembatan.platform.postgres.dump import check_dump, replace_database


def unpack(source: Path, *, dsn: str, home: Path) -> About:
    """Put the backup in the place of this home's database, files and signing key.

    Files come first, since extra ones do no harm; then the database, in one transaction; then the key; what the backup does
    not have goes last. Raises NotABackup before anything is changed.
    """
    with _extracted(source, home=home) as draft:
        about = About.read((draft / ABOUT).read_bytes())
        check_dump(draft / DATABASE)
        kept = {path.relative_to(draft / FILES) for path in stored_files(draft / FILES)}
        for name in kept:
            (home / FILES / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / FILES / name).replace(home / FILES / name)
        replace_database(dsn, draft / DATABASE)
        if (draft / SECRET).exists():
            (draft / SECRET).replace(home / SECRET)
    for path in list(stored_files(home / FILES)):
        if path.relative_to(home / FILES) not in kept:
            path.unlink()
    return about


@contextmanager
def _extracted(source: Path, *, home: Path) -> Iterator[Path]:
    """The backup's members in a folder of this home; what a killed restore left there is removed first."""
    draft = home / "restore.draft"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    try:
        try:
            with tarfile.open(source, "r:") as tar:
                tar.extractall(draft, members=_expected(tar), filter="data")
        except (tarfile.TarError, EOFError) as error:
            raise NotABackup("It is not a whole tar file.") from error
        for name in (ABOUT, DATABASE):
            if not (draft / name).is_file():
                raise NotABackup(f"It has no {name}.")
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _expected(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Plain files under the names that a backup has; the filter `data` refuses paths that lead elsewhere."""
    for member in tar:
        if member.isfile() and (
            member.name in {ABOUT, DATABASE, SECRET} or member.name.startswith(f"{FILES}/")
        ):
            yield member
