"""What somebody who takes duties over has to know: the duties themselves, the protocol, and how the delegation moves next."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Delegation, Movement

AHEAD = timedelta(days=1)


def open_matters(roster: Roster, rows: Iterable[Assignment]) -> str:
    """In the language and on the clocks that are set; notes with a marking of their own stay where they are."""
    return "\n".join(_lines(roster, list(rows)))


def _lines(roster: Roster, rows: list[Assignment]) -> Iterator[str]:
    clock = clockwork(roster.programme)
    delegation = rows[0].duty.delegation if rows else None
    if delegation:
        yield _("Delegation: %(name)s") % {"name": delegation.name}
    for row in rows:
        place = f", {row.duty.place.name}" if row.duty.place else ""
        yield f"• {day_text(row.duty.day)}, {time_told(clock, row.duty)}: {row.duty.title}{place}"
        if row.duty.note:
            yield f"  {row.duty.note}"
    if delegation and delegation.protocol:
        yield _("Protocol: %(text)s") % {"text": delegation.protocol}
    if delegation:
        yield from _movements(delegation)


def _movements(delegation: Delegation) -> Iterator[str]:
    now = timezone.now()
    rows = Movement.objects.filter(delegation=delegation, ends_at__gt=now, starts_at__lt=now + AHEAD)
    for movement in rows.exclude(status=Movement.Status.CANCELLED).order_by("starts_at"):
        ways = [str(movement), movement.terminal, movement.vehicles]
        driver = " ".join(filter(None, [movement.driver, movement.driver_phone]))
        if driver:
            ways.append(_("driver %(name)s") % {"name": driver})
        start, end = (
            clock_text(timezone.localtime(movement.starts_at)),
            clock_text(timezone.localtime(movement.ends_at)),
        )
        yield f"• {start}–{end} {', '.join(filter(None, ways))}"
