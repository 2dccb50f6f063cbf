"""Saying that one cannot come, or can after all; whoever replans is told at once."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.deployment.actions.proposing import come_then, hold_officer
from jembatan.deployment.models import Assignment, Proposal
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.deed import Incoming, own_seat
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import CANNOT_COME, enter
from jembatan.field.events import CannotCome
from jembatan.field.queries.duties import seats_of
from jembatan.platform.events import announce
from jembatan.programmes.models import Absence, Officer


def cannot_come(who: OnDuty, deed: Incoming) -> str:
    """Ill: from now, or from the duty's beginning, to the end of its day. For another reason: that duty alone. The journal does not say why."""
    seat = own_seat(who, deed.number("duty"))
    now = timezone.now()
    if seat.duty.ends_at <= now:
        raise Refused(_("This duty is over."))
    reason = Absence.Reason.ILL if deed.text("reason") == "ill" else Absence.Reason.OTHER
    begins, ends = _span(seat, reason)
    begins = max(now, begins)
    absence = _kept(who.officer, begins, ends, reason)
    touched = seats_of(who.officer).filter(duty__starts_at__lt=ends, duty__ends_at__gt=begins)
    duties = tuple(each.duty for each in touched)
    enter(
        who.actor,
        who.officer.programme,
        CANNOT_COME,
        gettext_noop("Officer %(number)s cannot come"),
        detail="\n".join(map(str, duties)),
        number=who.officer.number,
    )
    announce(CannotCome(who.actor, who.officer, absence, duties))
    return _("The coordinators know that you cannot come.")


def can_come(who: OnDuty, deed: Incoming) -> str:
    """As if they had not said that they cannot, as long as nobody has decided who steps in."""
    seat = own_seat(who, deed.number("duty"))
    hold_officer(who.officer.pk)
    during = DateTimeTZRange(seat.duty.starts_at, seat.duty.ends_at)
    for absence in Absence.objects.filter(officer=who.officer, during__overlap=during):
        _cut(absence, *_span(seat, absence.reason))
    if not come_then(who.officer, during.lower, during.upper, [Proposal.Cause.SAID_SO]):
        raise Refused(_("The coordinators have settled this already. Call your leader."))
    enter(
        who.actor,
        who.officer.programme,
        CANNOT_COME,
        gettext_noop("Officer %(number)s can come after all"),
        detail=str(seat.duty),
        number=who.officer.number,
    )
    return _("The coordinators know that you come.")


def _cut(absence: Absence, begins: datetime, ends: datetime) -> None:
    """What it says of other times stays."""
    officer, lower, upper = absence.officer, absence.during.lower, absence.during.upper
    absence.delete()
    for since, until in ((lower, min(upper, begins)), (max(lower, ends), upper)):
        if since < until:
            Absence.objects.create(
                desk=officer.desk,
                officer=officer,
                during=DateTimeTZRange(since, until),
                reason=absence.reason,
            )


def _span(seat: Assignment, reason: str) -> tuple[datetime, datetime]:
    """Who is ill is so all day."""
    begins, ends = seat.duty.starts_at, seat.duty.ends_at
    if reason == Absence.Reason.ILL:
        return min(begins, _midnight(seat, 0)), max(ends, _midnight(seat, 1))
    return begins, ends


def _midnight(seat: Assignment, after: int) -> datetime:
    """Of the duty's day, by the programme's clocks."""
    zone = ZoneInfo(seat.duty.programme.zone)
    return datetime.combine(seat.duty.day + timedelta(days=after), time(), zone)


def _kept(officer: Officer, begins: datetime, ends: datetime, reason: str) -> Absence:
    """One absence at a time: those that it touches become one with it. Who has said that they are ill is so until they can come."""
    hold_officer(officer.pk)
    during = DateTimeTZRange(begins, ends)
    known = list(Absence.objects.filter(officer=officer, during__overlap=during))
    begins = min([begins, *(each.during.lower for each in known)])
    ends = max([ends, *(each.during.upper for each in known)])
    reason = Absence.Reason.ILL if any(each.reason == Absence.Reason.ILL for each in known) else reason
    Absence.objects.filter(pk__in=[each.pk for each in known]).delete()
    return Absence.objects.create(
        desk=officer.desk, officer=officer, during=DateTimeTZRange(begins, ends), reason=reason
    )
