"""The filter by turn, the same above every list of conversations: each chip is a link to the same page, narrowed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.inbox import COUNTED
from jembatan.correspondence.queries.turns import TURNS

OPEN = pgettext_lazy("state", "Open")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter as a link; `count` "" shows none."""

    label: str | Promise
    url: str
    active: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address of a page says: one turn, what is done, or ("" and False) neither."""

    turn: str = ""
    done: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """What makes no sense chooses nothing."""
        turn, done = request.GET.get("turn", ""), request.GET.get("done") == "1"
        return cls(turn if turn in Thread.Turn.values and not done else "", done)

    def __bool__(self) -> bool:
        return bool(self.turn) or self.done

    @property
    def query(self) -> dict[str, str]:
        """The same for the inbox."""
        return {"done": "1"} if self.done else {"turn": self.turn} if self.turn else {}


def turn_chips(
    request: HttpRequest,
    chosen: Chosen,
    counts: Mapping[str, int],
    *,
    everything: str | Promise = OPEN,
    elsewhere: bool = False,
) -> list[Chip]:
    """Everything, by turn with how many, and what is done; `elsewhere`: the list shows something else, and none is active."""
    return [
        Chip(
            everything,
            narrowed_address(request, turn="", done="", snoozed=""),
            not chosen and not elsewhere,
        ),
        *(
            Chip(
                label,
                narrowed_address(request, turn=turn, done="", snoozed=""),
                chosen.turn == turn and not chosen.done and not elsewhere,
                counted(counts[turn]),
            )
            for turn, label in TURNS.items()
        ),
        Chip(_("Done"), narrowed_address(request, turn="", done="1", snoozed=""), chosen.done),
    ]


def narrowed_address(request: HttpRequest, **changes: str) -> str:
    """This page with some of its parameters changed ("" leaves one out), from the beginning of its list."""
    query = request.GET.copy()
    query.pop("after", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def counted(number: int) -> str:
    """A count stops at 1,000."""
    return f"{COUNTED - 1}+" if number >= COUNTED else str(number)
