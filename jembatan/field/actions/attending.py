"""Writing down that an officer came or went, whoever says so."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from jembatan.accounts.models import User
from jembatan.deployment.actions.proposing import came_after_all
from jembatan.deployment.models import Assignment
from jembatan.field.actions.refusals import Refused
from jembatan.field.events import CameAfterAll
from jembatan.field.models import Attendance, Lateness
from jembatan.platform.events import announce
from jembatan.programmes.models import Officer

EARLY = timedelta(hours=2)
"""How long before its beginning one may check in to a duty."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Who says so: the code of the place, a leader, or a member of the desk."""

    how: Attendance.How
    leader: Officer | None = None
    user: User | None = None


def attendance_at(seat: Assignment) -> Attendance | None:
    """Locked until the transaction ends."""
    rows = Attendance.objects.select_for_update(of=("self",))
    return rows.filter(officer=seat.officer_id, duty=seat.duty_id).first()


def check(seat: Assignment, moment: datetime, witness: Witness, *, going: bool) -> str:
    """In, or out, for somebody else; what is done already is told. Raises `Refused` at another time than the duty's."""
    row = attendance_at(seat)
    if going:
        if row is None:
            raise Refused(_("%(name)s is not checked in.") % {"name": seat.officer})
        return gone(row, seat, moment, witness)
    if row:
        return _already(seat)
    if not seat.duty.starts_at - EARLY <= moment <= seat.duty.ends_at:
        raise Refused(_("This is not the time of that duty."))
    return come(seat, moment, witness)


def come(seat: Assignment, moment: datetime, witness: Witness) -> str:
    """Whoever looks out for those who have not come is told of one who has. Of two who say so at one moment the first counts."""
    said = {
        "desk_id": seat.desk_id,
        "in_at": moment,
        "in_how": witness.how,
        "in_by": witness.leader,
        "in_user": witness.user,
    }
    _row, is_new = Attendance.objects.get_or_create(officer=seat.officer, duty=seat.duty, defaults=said)
    if not is_new:
        return _already(seat)
    came_after_all(seat.officer)
    if Lateness.objects.filter(officer=seat.officer_id, duty=seat.duty_id).exists():
        announce(CameAfterAll(seat.officer, seat.duty))
    return _("Checked in: %(duty)s") % {"duty": seat.duty}


def _already(seat: Assignment) -> str:
    return _("%(name)s is checked in already.") % {"name": seat.officer}


def gone(row: Attendance, seat: Assignment, moment: datetime, witness: Witness) -> str:
    """The first time counts."""
    if row.out_at is None:
        row.out_at, row.out_how = max(moment, row.in_at), witness.how
        row.out_by, row.out_user = witness.leader, witness.user
        row.save(update_fields=["out_at", "out_how", "out_by", "out_user"])
    return _("Checked out: %(duty)s") % {"duty": seat.duty}
