"""Who comes next with a delegation, or at a place: to them an officer hands over."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Q

from jembatan.deployment.models import Assignment
from jembatan.field.queries.duties import published
from jembatan.programmes.models import Duty, Officer

WITHIN = timedelta(hours=36)
"""How long after the end of a duty somebody still comes next."""

type Whose = tuple[int | None, int | None]


def followers(officer: Officer, seats: Sequence[Assignment]) -> dict[int, list[Officer]]:
    """By each of these duties of theirs: who has the next one, or is there longer; nobody where they go on themselves. One query."""
    if not seats:
        return {}
    wanted = Q(duty__delegation__in={seat.duty.delegation_id for seat in seats if seat.duty.delegation_id})
    wanted |= Q(
        duty__delegation=None,
        duty__place__in={seat.duty.place_id for seat in seats if not seat.duty.delegation_id},
    )
    near = published().filter(
        wanted,
        duty__programme=officer.programme_id,
        duty__starts_at__gte=min(seat.duty.starts_at for seat in seats),
        duty__starts_at__lte=max(seat.duty.ends_at for seat in seats) + WITHIN,
    )
    rows = list(
        near.select_related("duty", "officer").order_by("duty__starts_at", "duty__ends_at", "duty", "seat")
    )
    return {seat.duty_id: _next(officer, seat.duty, rows) for seat in seats}


def _next(officer: Officer, duty: Duty, rows: Sequence[Assignment]) -> list[Officer]:
    after = [row for row in rows if _follows(row.duty, duty)]
    people = [row.officer for row in after if row.duty_id == after[0].duty_id]
    return [] if officer in people else people


def _follows(later: Duty, duty: Duty) -> bool:
    return (
        later.pk != duty.pk
        and _whose(later) == _whose(duty)
        and duty.starts_at <= later.starts_at <= duty.ends_at + WITHIN
        and later.ends_at > duty.ends_at
    )


def _whose(duty: Duty) -> Whose:
    return (duty.delegation_id, None) if duty.delegation_id else (None, duty.place_id)
