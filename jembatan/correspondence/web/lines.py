"""Threads as lines of a list: the row of the query, and whose turn it is in words, icon and colour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.presence import Present
from jembatan.correspondence.queries.rows import Row
from jembatan.correspondence.web.due import DueChip, due_chip


@dataclass(frozen=True, slots=True)
class TurnChip:
    """Whose turn it is, and since when: "our turn · 3 days"."""

    icon: str
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row and its chips."""

    row: Row
    turn: TurnChip
    due: DueChip | None
    others: list[Present]


def lines_of(rows: Iterable[Row], others: Mapping[int, list[Present]] | None = None) -> list[Line]:
    """In the same order; `others` says by conversation who is at it."""
    there = others or {}
    return [
        Line(row, turn_chip(row.thread), due_chip(row.thread), there.get(row.thread.pk, [])) for row in rows
    ]


def turn_chip(thread: Thread) -> TurnChip:
    """A closed thread says so in the place of its turn."""
    if thread.done_at is not None:
        return TurnChip("check", "daun", _("done"))
    since = _since(thread)
    if thread.turn == Thread.Turn.OURS:
        text = _("our turn · %(since)s") % {"since": since} if since else _("our turn")
        return TurnChip("reply", "soga", text)
    if thread.turn == Thread.Turn.THEIRS:
        text = _("their turn · %(since)s") % {"since": since} if since else _("their turn")
        return TurnChip("hourglass", "laut", text)
    return TurnChip("minus", "", _("nobody's turn"))


def _since(thread: Thread) -> str:
    if thread.turn_since is None or timezone.now() - thread.turn_since < timedelta(minutes=1):
        return ""
    return timesince(thread.turn_since, depth=1)
