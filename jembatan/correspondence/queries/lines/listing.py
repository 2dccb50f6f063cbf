"""The list of lines by topic, and those that ask for somebody's attention."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Line
from jembatan.correspondence.queries.lines.clearing import may_clear_line
from jembatan.correspondence.queries.lines.visible import Standing, State, standings, visible_lines

MOST = 500
EXPIRES_SOON = timedelta(days=14)


def lines_in(actor: Actor, *, text: str = "", state: str = "") -> list[Standing]:
    """By topic: those whose topic, word or wording holds every word of the text; without a state, all but the withdrawn."""
    lines = lines_with(actor, text)
    rows = standings(actor, lines.distinct().order_by(Lower("topic"), "pk")[:MOST])
    if state:
        return [row for row in rows if row.state == state]
    return [row for row in rows if row.state != State.WITHDRAWN]


def lines_with(actor: Actor, text: str) -> QuerySet[Line]:
    """Those whose topic, word or wording holds every word of the text; a line may come several times."""
    lines = visible_lines(actor)
    for word in text.split():
        found = Q(topic__icontains=word) | Q(word__icontains=word) | Q(versions__texts__icontains=word)
        lines = lines.filter(found)
    return lines


def valid_lines(actor: Actor) -> list[Standing]:
    """What may be said today, by word."""
    lines = visible_lines(actor).filter(withdrawn_at__isnull=True)
    return [row for row in standings(actor, lines.order_by("word", "pk")) if row.holds]


def expiring_lines(actor: Actor) -> list[Standing]:
    """The actor's own lines that expire within fourteen days, or have expired; the nearest date first."""
    if actor.user is None:
        return []
    mine = visible_lines(actor).filter(owner=actor.user, withdrawn_at__isnull=True)
    rows = [row for row in standings(actor, mine.order_by("pk")) if _expires_soon(row)]
    return sorted(rows, key=_last_day)


def lines_to_clear(actor: Actor) -> list[Standing]:
    """Wordings that wait for a clearance that the actor may give."""
    if not actor.may_send:
        return []
    waiting = visible_lines(actor).filter(withdrawn_at__isnull=True, versions__cleared_at__isnull=True)
    rows = standings(actor, waiting.order_by(Lower("topic"), "pk"))
    return [row for row in rows if row.waiting and may_clear_line(actor, row.waiting)]


def _expires_soon(row: Standing) -> bool:
    current = row.current
    return bool(current and current.valid_until and current.valid_until - row.day <= EXPIRES_SOON)


def _last_day(row: Standing) -> str:
    return str(row.current.valid_until if row.current else "")
