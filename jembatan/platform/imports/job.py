"""One run of a batch: the actor, the stored plan, and the accounts that importers write to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from psycopg.types.json import Jsonb

from jembatan.platform.imports.copy_rows import copy_values
from jembatan.platform.imports.models import Batch, Outcome, Touched
from jembatan.platform.imports.setting_aside import SetAside, set_aside

__all__ = ["Account", "ImportJob", "Problem", "SetAside", "Touch", "remember_touches"]

PROBLEMS_KEPT = 1000
SAMPLE_KEPT = 50
BULK = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that was set aside or could not be understood, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Touch:
    """A record that a batch made (`before` None) or changed: its fields as they were and as the batch left them."""

    model: str
    record_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(slots=True)
class Account:
    """Counts what became of every item; `read` is by construction their sum."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    problems: list[Problem] = field(default_factory=list)
    set_aside: int = 0
    problem_count: int = 0

    @property
    def read(self) -> int:
        """Items read so far."""
        return sum(self.counts.values())

    def count(self, outcome: Outcome, number: int = 1) -> None:
        """`number` more items became `outcome`; quarantined ones go through `ImportJob.quarantine`."""
        self.counts[outcome] += number

    def note(self, source: str, reason: str, *, set_aside: bool = False) -> None:
        """Report a problem; past 1,000 only their number is kept. What was set aside stands before what was only remarked."""
        self.problem_count += 1
        if set_aside:
            self.problems.insert(self.set_aside, Problem(source, reason))
            self.set_aside += 1
            del self.problems[PROBLEMS_KEPT:]
        elif len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(Problem(source, reason))


@dataclass(slots=True)
class ImportJob:
    """What an importer gets to run with. It holds counts, at most 1,000 problems and a sample, never the items."""

    batch: Batch
    actor: Any
    account: Account = field(default_factory=Account)
    progress: Callable[[int], None] = lambda read: None
    kind: str = ""
    sample: list[dict[str, str]] = field(default_factory=list)

    @property
    def plan(self) -> dict[str, Any]:
        """Options and mappings chosen before the run; the same for dry run and commit."""
        return dict(self.batch.plan)

    def quarantine(self, source: str, position: int, reason: str, raw: bytes) -> None:
        """Set an item aside with its reason and original bytes; it counts as quarantined and is reported as a problem.

        The same content that waits already does not wait a second time: it follows the item that does.
        """
        self.quarantine_many([SetAside(source, position, reason, raw)])

    def quarantine_many(self, items: Iterable[SetAside]) -> None:
        """`quarantine` for a handful of items in one statement."""
        for row in set_aside(self.batch, self.kind, items):
            self.account.count(Outcome.QUARANTINED)
            place = f"{row.source}:{row.position}" if row.position else row.source
            self.account.note(place, row.problem, set_aside=True)

    def touch(
        self, model: str, record_id: int, *, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        """Remember a record that this batch made (`before` None) or changed, for a later rollback."""
        self.touch_many([Touch(model, record_id, before, after)])

    def touch_many(self, touches: Iterable[Touch]) -> None:
        """`touch` for any number of records."""
        remember_touches(self.batch.pk, touches)

    def show(self, outcome: Outcome, title: str, detail: str = "") -> None:
        """One line of the sample that people see before they commit; past 50 lines nothing more is kept."""
        if len(self.sample) < SAMPLE_KEPT:
            self.sample.append({"outcome": outcome.value, "title": title[:200], "detail": detail[:300]})

    def tell(self) -> None:
        """Report progress; call it every few hundred items."""
        self.progress(self.account.read)


def remember_touches(batch_id: int, touches: Iterable[Touch]) -> None:
    """Records that a batch made or changed. One touched before keeps its first `before` and gets the new `after`."""
    latest: dict[tuple[str, int], Touch] = {}
    for touch in touches:
        first = latest.setdefault((touch.model, touch.record_id), touch)
        latest[touch.model, touch.record_id] = replace(touch, before=first.before)
    again = []
    for row in Touched.objects.filter(batch=batch_id, record_id__in={key[1] for key in latest}):
        if (row.model, row.record_id) in latest:
            row.after = latest.pop((row.model, row.record_id)).after
            again.append(row)
    Touched.objects.bulk_update(again, ["after"], batch_size=BULK)
    copy_values(
        Touched,
        ["batch_id", "model", "record_id", "before", "after"],
        ((batch_id, t.model, t.record_id, _json(t.before), _json(t.after)) for t in latest.values()),
    )


def _json(value: dict[str, Any] | None) -> Jsonb | None:
    return None if value is None else Jsonb(value)
