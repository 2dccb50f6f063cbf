"""What officers report: an incident with photo and voice, what they spent, what they worked."""

from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.deployment.models import Assignment
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.deeds.files import keep_files
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import INCIDENT, enter
from jembatan.field.actions.urgent import tell_urgent
from jembatan.field.models import Claim, ClaimFile, Incident, IncidentFile
from jembatan.field.queries.duties import seats_of


def report_incident(who: OnDuty, deed: Incoming) -> str:
    """The journal says that there was one, and how serious; what it says is read by those who see the programme. A file that cannot be kept never keeps the report away."""
    text = deed.text("text")
    if not text:
        raise Refused(_("Say in a few words what happened."))
    severity = deed.text("severity", most=6)
    if severity not in Incident.Severity.values:
        severity = Incident.Severity.NOTE
    seat = seats_of(who.officer).filter(duty=deed.number("duty")).first() if "duty" in deed.data else None
    incident = note_incident(who, deed, text, Incident.Severity(severity), seat)
    left_out = keep_files(
        deed.files, lambda **file: IncidentFile(incident=incident, **file), str(incident.pk)
    )
    if left_out:
        return _("The coordinators have your report, but not every file: %(why)s") % {"why": left_out}
    return _("The coordinators have your report.")


def note_incident(
    who: OnDuty, deed: Incoming, text: str, severity: Incident.Severity, seat: Assignment | None
) -> Incident:
    """For the coordinators, with its line in the journal."""
    incident = Incident.objects.create(
        desk=who.officer.desk,
        programme=who.officer.programme,
        officer=who.officer,
        duty=seat.duty if seat else None,
        delegation=seat.duty.delegation if seat else None,
        severity=severity,
        text=text,
        happened_at=deed.happened_at,
    )
    enter(
        who.actor,
        who.officer.programme,
        INCIDENT,
        gettext_noop("Incident reported by officer %(number)s: %(severity)s"),
        about=incident.delegation.organisation if incident.delegation else None,
        number=who.officer.number,
        severity=severity.label,
    )
    if severity == Incident.Severity.URGENT:
        tell_urgent(incident)
    return incident


def claim(who: OnDuty, deed: Incoming) -> str:
    """An expense, with the receipt, or hours beside the roster. A photo that cannot be kept never keeps the claim away."""
    text = deed.text("text", most=500)
    if not text:
        raise Refused(_("Say what it was for."))
    try:
        day = date.fromisoformat(deed.text("day"))
    except ValueError:
        raise Refused(_("Say on which day it was.")) from None
    row = Claim(desk=who.officer.desk, officer=who.officer, day=day, text=text, kind=Claim.Kind.EXPENSE)
    if deed.text("kind") == "hours":
        row.kind, row.minutes = Claim.Kind.HOURS, deed.number("minutes")
        if row.minutes > 1440:
            raise Refused(_("A day has 24 hours."))
    else:
        row.amount, row.currency = _amount(deed.text("amount")), deed.text("currency", most=3).upper()
        if not (len(row.currency) == 3 and row.currency.isascii() and row.currency.isalpha()):
            raise Refused(_("Name the currency by its three letters, as in IDR."))
    row.save()
    left_out = keep_files(
        deed.files, lambda **file: ClaimFile(claim=row, **file), _("receipt-%(number)s") % {"number": row.pk}
    )
    if left_out:
        return _("The coordinators have your claim, but not every file: %(why)s") % {"why": left_out}
    return _("The coordinators have your claim.")


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(0)
    if not 0 < amount < 10**12:
        raise Refused(_("Write the amount in digits."))
    return amount
