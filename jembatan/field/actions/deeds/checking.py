"""Checking in and out: by the code of the place, or by the leader."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.actions.proposing import came_after_all
from jembatan.deployment.models import Assignment
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import Attendance
from jembatan.field.queries.duties import seats_of, team_of
from jembatan.field.queries.place_code import PERIOD, TOLERANCE, CodeUnreadable, read_code
from jembatan.programmes.models import Officer

EARLY = timedelta(hours=2)
"""How long before its beginning one may check in to a duty."""
AFTERWARDS = timedelta(hours=6)
"""How long after its end one may check out."""
TWICE = timedelta(minutes=5)
"""Scans of one duty that are nearer to each other are one."""
KEPT = timedelta(hours=48)
"""How long a scan may wait for a network."""


def scan(who: OnDuty, deed: Incoming) -> str:
    """In, or out where they are in. What counts is the minute in which the code was shown, which nobody can claim without having seen it."""
    try:
        place_id, shown = read_code(deed.text("code", most=100))
    except CodeUnreadable:
        raise Refused(
            _("This is no code of a place, or it was cut off. Scan it again, or ask your leader.")
        ) from None
    if not shown - TOLERANCE <= deed.happened_at <= shown + timedelta(seconds=PERIOD) + TOLERANCE:
        raise Refused(_("This code is too old. Scan the one that the screen shows now."))
    if timezone.now() - shown > KEPT:
        raise Refused(_("This scan has waited too long for a network. Ask your leader to check you in."))
    seat = _seat_at(who.officer, place_id, shown)
    row = Attendance.objects.select_for_update().filter(officer=who.officer, duty=seat.duty_id).first()
    moment = min(max(deed.happened_at, shown), shown + timedelta(seconds=PERIOD))
    if row is None:
        return _come(who.officer, seat, moment, Attendance.How.CODE, None)
    if row.out_at or abs(moment - row.in_at) < TWICE:
        return _("You are checked in already: %(duty)s") % {"duty": seat.duty}
    return _gone(row, seat, moment, Attendance.How.CODE, None)


def check_for(who: OnDuty, deed: Incoming) -> str:
    """A leader, for a member of the team."""
    member = team_of(who.officer).filter(pk=deed.number("officer")).first()
    if member is None:
        raise Refused(_("You do not lead this officer."))
    seat = seats_of(member).filter(duty=deed.number("duty")).first()
    if seat is None:
        raise Refused(_("This duty is not theirs any more. Look at your team again."))
    moment = min(deed.happened_at, timezone.now())
    row = Attendance.objects.select_for_update().filter(officer=member, duty=seat.duty_id).first()
    if deed.text("what") == "out":
        if row is None:
            raise Refused(_("%(name)s is not checked in.") % {"name": member})
        return _gone(row, seat, moment, Attendance.How.LEADER, who.officer)
    if row:
        return _("%(name)s is checked in already.") % {"name": member}
    if not seat.duty.starts_at - EARLY <= moment <= seat.duty.ends_at:
        raise Refused(_("This is not the time of that duty."))
    return _come(member, seat, moment, Attendance.How.LEADER, who.officer)


def _seat_at(officer: Officer, place_id: int, moment: datetime) -> Assignment:
    """The duty there that is meant: one that they are in and whose end is near, else the one that begins nearest."""
    near = seats_of(officer).filter(
        duty__place=place_id,
        duty__starts_at__lte=moment + EARLY,
        duty__ends_at__gte=moment - AFTERWARDS,
    )
    come = {
        row.duty_id: row for row in Attendance.objects.filter(officer=officer, duty__in=near.values("duty"))
    }
    seats = [seat for seat in near if seat.duty_id in come or seat.duty.ends_at > moment]
    if not seats:
        raise Refused(_("You have no duty here at this time. Look at your duties, or call your leader."))
    begun = [seat for seat in seats if seat.duty_id in come and come[seat.duty_id].out_at is None]
    ahead = [seat for seat in seats if seat.duty_id not in come]
    over = [seat for seat in begun if seat.duty.ends_at <= moment + TWICE]
    choice = over or (ahead if ahead and ahead[0].duty.starts_at <= moment else begun) or ahead or seats
    return choice[0]


def _come(officer: Officer, seat: Assignment, moment: datetime, how: str, leader: Officer | None) -> str:
    Attendance.objects.create(
        desk_id=seat.desk_id, officer=officer, duty=seat.duty, in_at=moment, in_how=how, in_by=leader
    )
    came_after_all(officer)
    return _("Checked in: %(duty)s") % {"duty": seat.duty}


def _gone(row: Attendance, seat: Assignment, moment: datetime, how: str, leader: Officer | None) -> str:
    if row.out_at is None:
        row.out_at, row.out_how, row.out_by = max(moment, row.in_at), how, leader
        row.save(update_fields=["out_at", "out_how", "out_by"])
    return _("Checked out: %(duty)s") % {"duty": seat.duty}
