"""The chips above the inbox beside those by turn: each is a link to this inbox with one filter more, or one less."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.inbox import COUNTED, late_count
from jembatan.correspondence.queries.snoozed import sleeping
from jembatan.correspondence.web.turn_chips import Chip, counted, narrowed_address


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
            counted(late),
        ),
        Chip(
            _("Snoozed"),
            narrowed_address(request, turn="", done="", snoozed="" if data.get("snoozed") else "1"),
            bool(data.get("snoozed")),
            counted(sleeping(actor)[:COUNTED].count()),
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
