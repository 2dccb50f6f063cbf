"""Checking in and out: by the code of the place, or by the leader."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment
from jembatan.field.access import OnDuty
from jembatan.field.actions.attending import EARLY, Witness, attendance_at, check, come, gone
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import Attendance
from jembatan.field.queries.duties import seats_of, team_of
from jembatan.field.queries.place_code import PERIOD, TOLERANCE, CodeUnreadable, read_code
from jembatan.programmes.models import Officer

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
    row, code = attendance_at(seat), Witness(Attendance.How.CODE)
    moment = min(max(deed.happened_at, shown), shown + timedelta(seconds=PERIOD))
    if row is None:
        return come(seat, moment, code)
    if row.out_at or abs(moment - row.in_at) < TWICE:
        return _("You are checked in already: %(duty)s") % {"duty": seat.duty}
    return gone(row, seat, moment, code)


def check_for(who: OnDuty, deed: Incoming) -> str:
    """A leader, for a member of the team."""
    member = team_of(who.officer).filter(pk=deed.number("officer")).first()
    if member is None:
        raise Refused(_("You do not lead this officer."))
    seat = seats_of(member).filter(duty=deed.number("duty")).first()
    if seat is None:
        raise Refused(_("This duty is not theirs any more. Look at your team again."))
    moment = min(deed.happened_at, timezone.now())
    witness = Witness(Attendance.How.LEADER, leader=who.officer)
    return check(seat, moment, witness, going=deed.text("what") == "out")


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
