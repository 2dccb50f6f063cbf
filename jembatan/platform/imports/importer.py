"""What a domain implements so that its kind of file can be imported, and the register of those that do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem, Touched

HEAD_BYTES = 64 * 1024
PROBLEMS_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder on this machine to read from; `name` is what people call it."""

    path: Path
    name: str

    def head(self) -> bytes:
        """The first 64 kB of a file; nothing of a folder."""
        if not self.path.is_file():
            return b""
        with self.path.open("rb") as file:
            return file.read(HEAD_BYTES)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that was set aside or could not be understood, and why."""

    source: str
    reason: str


@dataclass(slots=True)
class Account:
    """Counts what became of every item; `read` is by construction their sum."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0

    @property
    def read(self) -> int:
        """Items read so far."""
        return sum(self.counts.values())

    def count(self, outcome: Outcome, number: int = 1) -> None:
        """`number` more items became `outcome`; quarantined ones go through `ImportJob.quarantine`."""
        self.counts[outcome] += number

    def note(self, source: str, reason: str) -> None:
        """Report a problem; past 1,000 only their number is kept."""
        self.problem_count += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(Problem(source, reason))


@dataclass(slots=True)
class ImportJob:
    """One run of a batch: the actor, the stored plan, the accounts, and where progress is told."""

    batch: Batch
    actor: Any
    account: Account = field(default_factory=Account)
    progress: Callable[[int], None] = lambda read: None

    @property
    def plan(self) -> dict[str, Any]:
        """Options and mappings chosen before the run; the same for dry run and commit."""
        return dict(self.batch.plan)

    def quarantine(self, source: str, position: int, reason: str, raw: bytes) -> None:
        """Set an item aside with its reason and original bytes; it counts as quarantined and is reported as a problem."""
        QuarantinedItem.objects.create(
            batch=self.batch, source=source[:1000], position=position, reason=reason, raw=raw
        )
        self.account.count(Outcome.QUARANTINED)
        self.account.note(f"{source}:{position}" if position else source, reason)

    def touch(
        self, model: str, record_id: int, *, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        """Remember a record that this batch made (`before` None) or changed, for a later rollback."""
        Touched.objects.update_or_create(
            batch=self.batch,
            model=model,
            record_id=record_id,
            defaults={"after": after},
            create_defaults={"before": before, "after": after},
        )

    def tell(self) -> None:
        """Report progress; call it every few hundred items."""
        self.progress(self.account.read)


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
