"""What a domain implements so that its kind of file can be imported, and the register of those that do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from jembatan.platform.imports.job import Account, ImportJob, Problem, SetAside, Touch
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.source import HEAD_BYTES, Source

__all__ = [
    "HEAD_BYTES",
    "Account",
    "ImportJob",
    "Importer",
    "MapsColumns",
    "Problem",
    "SetAside",
    "Source",
    "TakenBack",
    "Touch",
    "importer_for",
    "importers",
    "only",
    "register",
]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a rollback did: records removed or restored, and records kept because people changed them since."""

    removed: int = 0
    kept: int = 0

    def __add__(self, other: "TakenBack") -> "TakenBack":
        return TakenBack(self.removed + other.removed, self.kept + other.kept)


class Importer(Protocol):
    """A kind of import: `mail`, `contacts`, `calendar`, `meetings`."""

    kind: str
    label: Any

    def recognises(self, source: Source) -> bool:
        """Whether this file is of this kind (a folder is asked file by file, unless `takes_folder` says yes)."""

    def takes_folder(self, folder: Path) -> bool:
        """Whether a folder is one source as a whole (a Maildir)."""

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """The plan's part for these sources: guessed columns and options, as JSON, for people to change."""

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """Read everything, file it, and account for every item. Runs inside one transaction."""

    def take_back(self, batch: Batch) -> TakenBack:
        """Undo what the batch did to this importer's records. Runs inside one transaction."""

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Try a quarantined item once more; True if it is filed (or already there) now."""


@runtime_checkable
class MapsColumns(Protocol):
    """An importer of tables, whose columns people may map. Its `propose` returns, beside whatever else it needs,

    `{"tables": [{"source": name, "columns": [{"heading": …, "field": key or "", "samples": [str, …]}, …]}, …]}`

    and its `run` reads the mapping back from the same place of the stored plan.
    """

    def fields(self) -> dict[str, Any]:
        """What a column may become: key -> label for people. A column with no field is kept among further fields."""


_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    """Make a kind known; its first registration decides the order in which sources are recognised."""
    _importers[importer.kind] = importer


def importer_for(kind: str) -> Importer:
    """The importer of this kind; `KeyError` for an unknown one."""
    return _importers[kind]


def importers() -> list[Importer]:
    """All importers in order of recognition."""
    return list(_importers.values())


@contextmanager
def only(*chosen: Importer) -> Iterator[None]:
    """For tests of this room: the register holds just these while the block runs."""
    kept = dict(_importers)
    _importers.clear()
    _importers.update({importer.kind: importer for importer in chosen})
    try:
        yield
    finally:
        _importers.clear()
        _importers.update(kept)
