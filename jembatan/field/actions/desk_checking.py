"""Coordinators check an officer in and out, where the code and the leader fail."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Assignment
from jembatan.field.actions.attending import Witness, attendance_at, check
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import CHECKED, enter
from jembatan.field.events import DidNotCome
from jembatan.field.models import Attendance, Lateness
from jembatan.field.queries.duties import visible_seats
from jembatan.platform.access import require_writer
from jembatan.platform.events import announce


@transaction.atomic
def check_by_desk(actor: Actor, seat: Assignment, *, going: bool) -> str:
    """Now. Raises `Refused`."""
    require_writer(actor)
    current = visible_seats(actor).get(pk=seat.pk)
    before = attendance_at(current)
    told = check(current, timezone.now(), Witness(Attendance.How.DESK, user=actor.user), going=going)
    if going and before and before.out_at is None:
        _tell(actor, current, gettext_noop("Officer %(number)s checked out by the desk: %(duty)s"))
    elif before is None:
        _tell(actor, current, gettext_noop("Officer %(number)s checked in by the desk: %(duty)s"))
    return told


@transaction.atomic
def take_check_back(actor: Actor, seat: Assignment) -> None:
    """What the desk said last about this seat, as if it had not been said: a no-show is one again, and to be replaced. Raises `Refused` where somebody else said it."""
    require_writer(actor)
    current = visible_seats(actor).get(pk=seat.pk)
    row = attendance_at(current)
    if row and row.out_at and row.out_how == Attendance.How.DESK:
        row.out_at, row.out_how, row.out_user = None, "", None
        row.save(update_fields=["out_at", "out_how", "out_user"])
    elif row and not row.out_at and row.in_how == Attendance.How.DESK:
        row.delete()
        _missed_again(current)
    else:
        raise Refused(_("Only what the desk itself has written down can be taken back."))
    _tell(actor, current, gettext_noop("Check of officer %(number)s taken back: %(duty)s"))


def _missed_again(seat: Assignment) -> None:
    """Whoever heard that they came after all."""
    late = Lateness.objects.filter(officer=seat.officer_id, duty=seat.duty_id, missing_at__isnull=False)
    if late.exists() and seat.duty.ends_at > timezone.now():
        announce(DidNotCome(seat.officer, seat.duty))


def _tell(actor: Actor, seat: Assignment, sentence: str) -> None:
    enter(actor, seat.roster.programme, CHECKED, sentence, number=seat.officer.number, duty=seat.duty)
