"""Which thread each new message belongs to, whatever was filed before it.

RFC 5256's REFERENCES algorithm, kept incrementally: a `ThreadLink` stands for every Message-ID that a thread contains or
refers to, so a missing parent is a link without a message, a loop is a set like any other, and a late parent that links two
threads merges them. Replies without references are joined by subject and people. What people have split stays apart, and so
do threads of different dossiers of which one is restricted: there a message follows the nearest message it refers to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves
from jembatan.correspondence.actions.filing import by_subject
from jembatan.correspondence.actions.filing.copying import copy_rows, reserve_ids
from jembatan.correspondence.actions.filing.joining import join, kept_apart
from jembatan.correspondence.actions.filing.unions import Unions
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Message, Thread, ThreadLink
from jembatan.platform.markings import Marking

Placement = Message.Placement
THREAD_COLUMNS = ("id", "desk_id", "subject", "turn", "marking", "message_count")
LINK_COLUMNS = ("desk_id", "message_id", "thread_id")


@dataclass(slots=True)
class Placed:
    """Where messages go: the thread by Message-ID, and why they go there."""

    threads: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, Placement] = field(default_factory=dict)
    emptied: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)


def place(desk: Desk, us: Ourselves, readings: Sequence[Reading]) -> Placed:
    """Find or make the threads of these messages (none of which is filed yet), merging threads that they join."""
    placed = Placed()
    links = _links(desk, readings)
    together: Unions[str | int] = Unions()
    for reading in readings:
        placed.reasons[reading.message_id] = _reason(reading)
        for named in (reading.message_id, *reading.ancestors):
            together.join(reading.message_id, named)
            if named in links:
                together.join(links[named], named)
    _join_by_subject(desk, us, readings, together, placed)
    apart = kept_apart(links.values())
    fresh: list[list[str]] = []
    for group in together.groups():
        threads = sorted(thing for thing in group if isinstance(thing, int))
        names = [thing for thing in group if isinstance(thing, str)]
        if not threads:
            fresh.append(names)
        elif len(threads) > 1 and apart.any_of(threads):
            _follow_nearest(names, threads, links, readings, placed)
        else:
            survivor = join(threads, apart) if len(threads) > 1 else threads[0]
            placed.emptied.update(set(threads) - {survivor})
            placed.threads.update(dict.fromkeys(names, survivor))
    _start_threads(desk, fresh, placed)
    _write_links(desk, links, placed)
    placed.touched.update(placed.threads.values())
    return placed


def _links(desk: Desk, readings: Iterable[Reading]) -> dict[str, int]:
    named = {name for reading in readings for name in (reading.message_id, *reading.ancestors)}
    rows = ThreadLink.objects.filter(desk=desk, message_id__among=named)
    return dict(rows.values_list("message_id", "thread_id"))


def _reason(reading: Reading) -> Placement:
    if not reading.ancestors:
        return Placement.FIRST
    return Placement.REPLY if reading.in_reply_to in reading.ancestors else Placement.REFERENCE


def _join_by_subject(
    desk: Desk, us: Ourselves, readings: Sequence[Reading], together: Unions[str | int], placed: Placed
) -> None:
    explained: list[int] = []
    for reply, earlier in by_subject.pairs(desk, us, readings):
        together.join(earlier.thread_id or earlier.message_id, reply.thread_id or reply.message_id)
        if reply.pk is None:
            placed.reasons[reply.message_id] = Placement.SUBJECT
        else:
            explained.append(reply.pk)
    if explained:
        Message.objects.filter(pk__in=explained, placement=Placement.FIRST).update(
            placement=Placement.SUBJECT
        )


def _follow_nearest(
    names: list[str], threads: list[int], links: dict[str, int], readings: Sequence[Reading], placed: Placed
) -> None:
    """The thread of the nearest message that each refers to; the oldest of the threads for what refers to none of them."""
    known = {name: links[name] for name in names if name in links}
    inside = set(names)
    for reading in readings:
        if reading.message_id in inside:
            nearest = next(
                (known[name] for name in (reading.message_id, *reversed(reading.ancestors)) if name in known),
                None,
            )
            for name in (reading.message_id, *reading.ancestors):
                known.setdefault(name, nearest or threads[0])
    placed.threads.update(known)


def _start_threads(desk: Desk, groups: list[list[str]], placed: Placed) -> None:
    ids = reserve_ids(Thread, len(groups)) if groups else []
    copy_rows(
        Thread,
        THREAD_COLUMNS,
        ((pk, desk.pk, "", Thread.Turn.NOBODYS.value, Marking.GREEN.value, 0) for pk in ids),
    )
    for pk, names in zip(ids, groups, strict=True):
        placed.threads.update(dict.fromkeys(names, pk))


def _write_links(desk: Desk, links: dict[str, int], placed: Placed) -> None:
    fresh = ((desk.pk, name, pk) for name, pk in placed.threads.items() if name not in links)
    copy_rows(ThreadLink, LINK_COLUMNS, fresh)
