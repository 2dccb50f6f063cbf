"""Who works on a day, for a telephone in the hand of whoever coordinates."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.programmes.models import Officer

SHOWN = 60


@dataclass(slots=True)
class OnDuty:
    """An officer with what they still do on the day, each as a line."""

    officer: Officer
    lines: list[str]


def on_duty(roster: Roster, day: date, *, name: str = "") -> tuple[list[OnDuty], int]:
    """The first sixty by name, and how many there are; also who is still at the duty of a night before."""
    now = timezone.now()
    rows = Assignment.objects.filter(
        Q(duty__day=day) | Q(duty__starts_at__lte=now),
        roster=roster,
        state__in=ACTIVE,
        duty__ends_at__gt=now,
        duty__cancelled=False,
        officer__full_name__icontains=name,
    )
    count = rows.values("officer").distinct().count()
    first = rows.order_by("officer__full_name", "officer").values_list("officer", flat=True).distinct()
    shown = list(dict.fromkeys(first))[:SHOWN]
    clock = clockwork(roster.programme)
    found: dict[int, OnDuty] = {}
    listed = rows.filter(officer__in=shown).select_related("officer", "duty__delegation")
    for row in listed.order_by("officer__full_name", "duty__starts_at"):
        one = found.setdefault(row.officer_id, OnDuty(row.officer, []))
        whom = f" · {row.duty.delegation.name}" if row.duty.delegation else ""
        one.lines.append(f"{time_told(clock, row.duty)} {row.duty.title}{whom}")
    return list(found.values()), count
