"""Officers of programmes whom a delegation waits for, and handovers that nobody has acknowledged."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Min

from jembatan.accounts.models import Desk
from jembatan.deployment.models import Handover
from jembatan.field.actions.telling import HANDOVER_SOURCE, LATENESS_SOURCE
from jembatan.field.models import Lateness
from jembatan.field.queries.lateness import late_now
from jembatan.programmes.models import Officer
from jembatan.radar.analysis.facts import Awaited, Handed
from jembatan.radar.queries.asking import ByPartner, by_partner, entries_from
from jembatan.radar.queries.partners import partner_of

FORGOTTEN = timedelta(days=7)


def awaited_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Awaited]:
    """Of duties that are under way."""
    late = list(late_now(now).filter(desk=desk).select_related("officer", "duty__delegation"))
    entries = entries_from(LATENESS_SOURCE, [row.pk for row in late])
    rows = [(partner_of(row.duty.delegation), row) for row in late if row.pk in entries]

    def made(row: Lateness) -> Awaited:
        began = int(row.duty.starts_at.timestamp())
        name, duty = row.officer.full_name[:200], row.duty.title[:200]
        return Awaited(row.pk, began, row.missing_at is not None, entries[row.pk], name, duty)

    return by_partner(rows, made, only)


def handed_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Handed]:
    """Of a week, to officers who still work."""
    waiting = Handover.objects.filter(
        desk=desk, acknowledged_at=None, made_at__gt=now - FORGOTTEN, made_at__lte=now
    ).exclude(incoming__status=Officer.Status.ENDED)
    found = list(
        waiting.select_related("incoming", "outgoing", "delegation").annotate(begins=Min("duties__starts_at"))
    )
    entries = entries_from(HANDOVER_SOURCE, [row.pk for row in found])
    rows = [(partner_of(row.delegation), row) for row in found if row.pk in entries]

    def made(row: Handover) -> Handed:
        first = row.begins  # type: ignore[attr-defined]  # annotated
        begins = int(first.timestamp()) if first else 0
        name, before = row.incoming.full_name[:200], row.outgoing.full_name[:200]
        return Handed(row.pk, int(row.made_at.timestamp()), begins, entries[row.pk], name, before)

    return by_partner(rows, made, only)
