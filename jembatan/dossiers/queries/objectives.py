"""Objectives of a matter, each with what its measure said in time."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from jembatan.dossiers.models import Dossier, Objective, Reading

DOTS = 12


@dataclass(frozen=True, slots=True)
class Pursued:
    """`share` is how much of the target is reached, 0 to 100, where there is both."""

    objective: Objective
    readings: tuple[Reading, ...]
    newest: Reading | None
    share: int | None


def objectives_of(dossier: Dossier) -> list[Pursued]:
    """Those that are pursued, in the order in which they were written."""
    standing = Reading.objects.filter(taken_out_at__isnull=True).order_by("on_day", "pk")
    rows = dossier.objectives.filter(dropped_at__isnull=True).order_by("pk")
    return [
        pursued(objective)
        for objective in rows.prefetch_related(Prefetch("readings", standing, to_attr="standing"))
    ]


def pursued(objective: Objective) -> Pursued:
    """Of one whose readings are at hand as `standing`."""
    readings: list[Reading] = getattr(objective, "standing", [])
    newest = readings[-1] if readings else None
    return Pursued(objective, tuple(readings[-DOTS:]), newest, _share(objective.target, newest))


def _share(target: Decimal | None, newest: Reading | None) -> int | None:
    if not target or newest is None:
        return None
    return max(0, min(100, int(newest.value * 100 / target)))
