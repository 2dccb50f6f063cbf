"""Where the team of a leader is just now."""

from datetime import datetime

from jembatan.field.access import OnDuty
from jembatan.field.models import Attendance, Incident, Lateness
from jembatan.field.queries.duties import AHEAD, BEHIND, published, team_of
from jembatan.programmes.models import Absence


def troubles(who: OnDuty) -> list[dict[str, object]]:
    """What the team has reported that wants help and that nobody has settled."""
    asking = Incident.objects.filter(officer__leader=who.officer, settled_at=None)
    asking = asking.exclude(severity=Incident.Severity.NOTE).select_related("officer")
    return [
        {
            "name": each.officer.full_name,
            "phone": each.officer.phone,
            "severity": each.severity,
            "text": each.text,
            "happened_at": each.happened_at.isoformat(),
        }
        for each in asking.order_by("-severity", "happened_at", "pk")
    ]


def team(who: OnDuty, now: datetime) -> list[dict[str, object]]:
    """Each with the duties around now; `state` is in, out, late, missing or due, `absent` is that they cannot come. Five queries for any number."""
    members = list(team_of(who.officer))
    seats = published().filter(
        officer__in=members, duty__starts_at__lt=now + AHEAD, duty__ends_at__gt=now - BEHIND
    )
    held = list(seats.select_related("duty__place").order_by("duty__starts_at", "pk"))
    duties = {seat.duty_id for seat in held}
    come = {(row.officer_id, row.duty_id): row for row in Attendance.objects.filter(duty__in=duties)}
    late = {(row.officer_id, row.duty_id): row for row in Lateness.objects.filter(duty__in=duties)}
    absent = set(
        Absence.objects.filter(officer__in=members, during__contains=now).values_list("officer", flat=True)
    )

    def state(key: tuple[int, int]) -> str:
        if key in come:
            return "out" if come[key].out_at else "in"
        return ("missing" if late[key].missing_at else "late") if key in late else "due"

    return [
        {
            "id": member.pk,
            "name": member.full_name,
            "phone": member.phone,
            "absent": member.pk in absent,
            "duties": [
                {
                    "id": seat.duty_id,
                    "title": seat.duty.title,
                    "place": str(seat.duty.place or ""),
                    "starts_at": seat.duty.starts_at.isoformat(),
                    "ends_at": seat.duty.ends_at.isoformat(),
                    "state": state((member.pk, seat.duty_id)),
                }
                for seat in held
                if seat.officer_id == member.pk
            ],
        }
        for member in members
    ]
