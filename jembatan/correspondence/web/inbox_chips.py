"""The chips above the inbox: each is a link to this inbox with one filter more, or one less."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.inbox import COUNTED, Filters, late_count
from jembatan.correspondence.queries.snoozed import sleeping

TURNS = {"ours": _("Our turn"), "theirs": _("Their turn"), "nobodys": _("Nobody's turn")}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter as a link; `count` None shows none."""

    label: str | Promise
    url: str
    active: bool
    count: str = ""


def turn_chips(request: HttpRequest, filters: Filters, counts: dict[str, int]) -> list[Chip]:
    """Everything open, by turn with how many, and what is done."""
    opened = not (filters.done or filters.snoozed)
    everything = Chip(
        pgettext("state", "Open"),
        narrowed_address(request, turn="", done="", snoozed=""),
        opened and not filters.turn,
    )
    turns = [
        Chip(
            label,
            narrowed_address(request, turn=turn, done="", snoozed=""),
            opened and filters.turn == turn,
            _counted(counts[turn]),
        )
        for turn, label in TURNS.items()
    ]
    return [
        everything,
        *turns,
        Chip(_("Done"), narrowed_address(request, turn="", done="1", snoozed=""), filters.done),
    ]


def wanting_chips(request: HttpRequest, actor: Actor, data: dict[str, Any]) -> list[Chip]:
    """What must not be overlooked: answers that are overdue, what one has put off, what nobody answers for."""
    late = late_count(actor, now=timezone.now())
    overdue = data.get("due") == "late"
    unowned = data.get("owner") == "nobody"
    return [
        Chip(
            _("Overdue"),
            narrowed_address(request, due="", order="")
            if overdue
            else narrowed_address(request, turn="ours", due="late", order="due", done=""),
            overdue,
            _counted(late),
        ),
        Chip(
            _("Snoozed"),
            narrowed_address(request, turn="", done="", snoozed="" if data.get("snoozed") else "1"),
            bool(data.get("snoozed")),
            _counted(sleeping(actor)[:COUNTED].count()),
        ),
        Chip(
            _("Without owner"), narrowed_address(request, owner="" if unowned else "nobody", done=""), unowned
        ),
    ]


def party_chips(request: HttpRequest, data: dict[str, Any]) -> list[Chip]:
    """The organisation and person whose mail is shown; each chip takes its filter away."""
    return [
        Chip(str(data[name]), narrowed_address(request, **{name: ""}), active=True)
        for name in ("organisation", "person")
        if data.get(name)
    ]


def narrowed_address(request: HttpRequest, **changes: str) -> str:
    """This inbox with some of its parameters changed ("" leaves one out), from its beginning."""
    query = request.GET.copy()
    query.pop("after", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    address = reverse("correspondence:inbox")
    return f"{address}?{query.urlencode()}" if query else address


def _counted(number: int) -> str:
    return f"{COUNTED - 1}+" if number >= COUNTED else str(number)
