"""Imports of a desk, for those who may import: officers and heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, Q, QuerySet, When

from jembatan.platform.access import require_officer
from jembatan.platform.imports.models import Batch, Progress, QuarantinedItem, Upload

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Standing(TypedDict):
        waiting: int
        tried: bool

    type RecentBatch = WithAnnotations[Batch, _Standing]

PAGE = 30
State = QuarantinedItem.State


@dataclass(frozen=True, slots=True)
class Page[Row]:
    """At most thirty rows, and the key after which the next ones come (None: these are the last)."""

    rows: Sequence[Row]
    next_key: int | None


def visible_batches(actor: Any) -> QuerySet[Batch]:
    """The desk's own; refuses those who may not import."""
    require_officer(actor)
    return Batch.objects.filter(desk=actor.desk)


def visible_quarantine(actor: Any) -> QuerySet[QuarantinedItem]:
    """Items that the desk's imports set aside."""
    require_officer(actor)
    return QuarantinedItem.objects.filter(batch__desk=actor.desk)


def recent_batches(actor: Any, *, before: int | None = None) -> "Page[RecentBatch]":
    """The latest first, with what still waits in quarantine as `waiting` and whether it was `tried`.

    What arrives by itself every day is shown where something of it waits.
    """
    waiting = Count("quarantine", filter=Q(quarantine__state=State.WAITING))
    tried = ExpressionWrapper(Q(preview__isnull=False), output_field=BooleanField())
    batches = visible_batches(actor).annotate(waiting=waiting, tried=tried).order_by("-id")
    batches = batches.exclude(arriving=True, waiting=0)
    if before is not None:
        batches = batches.filter(pk__lt=before)
    return _page(list(batches.defer("plan", "preview", "problems")[: PAGE + 1]))


def quarantine_of(actor: Any, batch: Batch, *, after: int = 0) -> Page[QuarantinedItem]:
    """Items in their order, without their bytes."""
    items = visible_quarantine(actor).filter(batch=batch, pk__gt=after).order_by("id").defer("raw")
    return _page(list(items[: PAGE + 1]))


def holders_of(actor: Any, items: Sequence[QuarantinedItem]) -> dict[int, QuarantinedItem]:
    """By its number, for each item that repeats another one, that one with its batch: the one that waits, else the latest that did."""
    repeats = [item for item in items if item.state == State.REPEATED]
    others = visible_quarantine(actor).filter(digest__in=[item.digest for item in repeats])
    others = others.exclude(state__in=[State.REPEATED, State.TAKEN_BACK]).select_related("batch")
    waiting_last = Case(When(state=State.WAITING, then=1), default=0)
    held = (
        {_content(each): each for each in others.defer("raw").order_by(waiting_last, "id")} if repeats else {}
    )
    return {item.pk: held[_content(item)] for item in repeats if _content(item) in held}


def waiting_in(actor: Any, batch: Batch) -> int:
    """How many items of the batch wait for a decision."""
    return visible_quarantine(actor).filter(batch=batch, state=State.WAITING).count()


def repeated_in(actor: Any, batch: Batch) -> int:
    """How many items of the batch were waiting already when it came."""
    return visible_quarantine(actor).filter(batch=batch, state=State.REPEATED).count()


def files_of(batch: Batch) -> tuple[list[Upload], int]:
    """The first thirty files of a batch and how many there are."""
    uploads = batch.uploads.order_by("id")
    return list(uploads[:PAGE]), uploads.count()


def read_so_far(batch: Batch) -> int | None:
    """Items that a running import has read; None while it waits for a worker."""
    progress = Progress.objects.filter(batch_id=batch.pk).first()
    return progress.read if progress else None


def has_demo(actor: Any) -> bool:
    """Whether demo records are still at the desk."""
    return visible_batches(actor).filter(is_demo=True, state=Batch.State.DONE).exists()


def _content(item: QuarantinedItem) -> tuple[str, bytes]:
    return item.kind, bytes(item.digest)


def _page[Row: Batch | QuarantinedItem](rows: list[Row]) -> Page[Row]:
    shown = rows[:PAGE]
    return Page(shown, shown[-1].pk if len(rows) > PAGE else None)
