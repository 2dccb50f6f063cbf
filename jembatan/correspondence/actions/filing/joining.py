"""Making one thread of several that a message has shown to be one conversation, unless people have decided otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jembatan.correspondence.models import Message, Thread, ThreadLink, ThreadMove
from jembatan.platform.markings import highest

AGREED = ("agreed_by", "agreed_for", "agreed_at")


@dataclass(slots=True)
class Apart:
    """Threads of one chunk with what speaks against joining them."""

    threads: dict[int, Thread] = field(default_factory=dict)
    splits: set[frozenset[int]] = field(default_factory=set)

    def any_of(self, thread_ids: Sequence[int]) -> bool:
        """Whether two of these were split by a person, or lie in different dossiers of which one is restricted."""
        inside = set(thread_ids)
        if any(split <= inside for split in self.splits):
            return True
        dossiers = {self.threads[pk].dossier_id for pk in thread_ids if pk in self.threads}
        return len(dossiers) > 1 and any(
            thread.dossier is not None and thread.dossier.restricted
            for pk, thread in self.threads.items()
            if pk in inside
        )


def kept_apart(thread_ids: Iterable[int]) -> Apart:
    """What is known about these threads; nothing is asked of the database for fewer than two."""
    ids = set(thread_ids)
    if len(ids) < 2:
        return Apart()
    splits = ThreadMove.objects.filter(
        kind=ThreadMove.Kind.SPLIT, undone_at__isnull=True, source__in=ids, target__in=ids
    )
    return Apart(
        Thread.objects.select_related("dossier").in_bulk(ids),
        {frozenset(pair) for pair in splits.values_list("source_id", "target_id")},
    )


def join(thread_ids: Sequence[int], apart: Apart) -> int:
    """Move everything into one of the threads and return it; the oldest one in a dossier, else the oldest.

    It keeps the owner and dossier that any of them has, bears the highest marking, and is open if one of them is.
    """
    threads = [apart.threads.get(pk) or Thread.objects.get(pk=pk) for pk in sorted(thread_ids)]
    survivor = next((thread for thread in threads if thread.dossier_id), threads[0])
    emptied = [thread.pk for thread in threads if thread.pk != survivor.pk]
    Message.objects.filter(thread__in=emptied).update(thread=survivor)
    ThreadLink.objects.filter(thread__in=emptied).update(thread=survivor)
    survivor.owner_id = survivor.owner_id or next(
        (thread.owner_id for thread in threads if thread.owner_id), None
    )
    survivor.marking = highest(thread.marking for thread in threads)
    survivor.done_at = None if any(t.done_at is None for t in threads) else survivor.done_at
    if agreed := next((thread for thread in (survivor, *threads) if thread.agreed_by), None):
        for name in AGREED:
            setattr(survivor, name, getattr(agreed, name))
    survivor.save(update_fields=["owner", "marking", "done_at", *AGREED])
    _drop(emptied)
    return survivor.pk


def _drop(thread_ids: list[int]) -> None:
    """Delete emptied threads, except those that a split or merge by a person refers to: undoing it needs them."""
    moves = (
        ThreadMove.objects.filter(source__in=thread_ids)
        .values_list("source_id", flat=True)
        .union(ThreadMove.objects.filter(target__in=thread_ids).values_list("target_id", flat=True))
    )
    needed = set(moves)
    Thread.objects.filter(pk__in=set(thread_ids) - needed).delete()
    Thread.objects.filter(pk__in=needed).update(
        message_count=0, turn=Thread.Turn.NOBODYS, turn_since=None, due_at=None
    )
