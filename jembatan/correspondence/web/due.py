"""By when a conversation is due, in icon, colour and words: "overdue 2 days", "due today 16.00 WIB", "expected tomorrow"."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.clock.why import Reason, reason_of
from jembatan.platform.ui.moments import clock_text, short_moment_text, short_zone_text

SOON_DAYS = 1


@dataclass(frozen=True, slots=True)
class DueChip:
    """`pressing` is what a list shows beside the turn: what is late, due today or tomorrow."""

    icon: str
    tone: str
    text: str
    pressing: bool


def due_chip(thread: Thread, *, now: datetime | None = None) -> DueChip | None:
    """None where nothing is due: it is nobody's turn, or the conversation is closed."""
    if thread.due_at is None or thread.done_at is not None:
        return None
    return moment_chip(thread.due_at, ours=thread.turn == Thread.Turn.OURS, now=now)


def moment_chip(due_at: datetime, *, ours: bool, now: datetime | None = None) -> DueChip:
    """Of our answer or of theirs."""
    now = now or timezone.now()
    days = (timezone.localtime(due_at).date() - timezone.localtime(now).date()).days
    if due_at <= now:
        return DueChip("clock-alert", "bata", _late(due_at, now, days, ours=ours), pressing=True)
    if days == 0:
        text = _("due today %(clock)s") if ours else _("expected today %(clock)s")
        return DueChip("clock", "soga", text % {"clock": _clock(due_at)}, pressing=True)
    if days <= SOON_DAYS:
        text = _("due tomorrow %(clock)s") if ours else _("expected tomorrow %(clock)s")
        return DueChip("clock", "", text % {"clock": _clock(due_at)}, pressing=True)
    text = pgettext("deadline", "due %(day)s") if ours else pgettext("deadline", "expected %(day)s")
    return DueChip("calendar-clock", "", text % {"day": short_moment_text(due_at)}, pressing=False)


def due_reason(actor: Actor, thread: Thread) -> str:
    """Why it is due then, in a few words; "" where nothing is."""
    sentences = {
        Reason.AGREED: _("set by this desk"),
        Reason.PROMISED: _("promised in a reply that holds"),
        Reason.SAID_BACK: _("until then they were asked to say back what they understood"),
        Reason.USUAL: _("the usual answering time"),
    }
    reason = reason_of(actor, thread)
    return sentences[reason] if reason else ""


def _late(due_at: datetime, now: datetime, days: int, *, ours: bool) -> str:
    if days == 0:
        text = _("overdue since %(clock)s") if ours else _("was expected at %(clock)s")
        return text % {"clock": _clock(due_at)}
    text = _("overdue %(time)s") if ours else _("expected %(time)s ago")
    return text % {"time": timesince(due_at, now, depth=1)}


def _clock(moment: datetime) -> str:
    return f"{clock_text(moment)} {short_zone_text(timezone.localtime(moment))}"
