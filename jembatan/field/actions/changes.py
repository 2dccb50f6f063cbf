"""Duties, and what changes of them, are told by mail to those whose phone does not ring: one letter for what changes within some minutes."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment
from jembatan.field.access import READABLE
from jembatan.field.actions.letters import write_to
from jembatan.field.models import PushAddress
from jembatan.field.queries.duties import seats_of
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

AHEAD = timedelta(days=3)


def write_of_changes(officer_id: int, *, first: bool = False) -> None:
    """The duties of the next days as they stand now, or all that lie ahead, the `first` time. Nothing for whoever has let the phone ring meanwhile."""
    found = Officer.objects.select_related("programme__desk", "programme__dossier").filter(pk=officer_id)
    officer = found.exclude(status=Officer.Status.ENDED).first()
    if officer is None or officer.programme.marking not in READABLE or rings(officer):
        return
    now = timezone.now()
    seats = seats_of(officer).filter(duty__ends_at__gt=now)
    seats = seats if first else seats.filter(duty__starts_at__lt=now + AHEAD)
    with in_their_words(officer.programme):
        subject, told = _words(first=first)
        lines = [
            told % {"name": officer.call_name or officer.full_name, "programme": officer.programme},
            "\n".join(map(_line, seats)) or _("None"),
            _("All of it stands on your phone: %(link)s")
            % {"link": settings.PUBLIC_URL + reverse("field:duty")},
        ]
        write_to(officer, subject % {"programme": officer.programme}, "\n\n".join(lines))


def _words(*, first: bool) -> tuple[str, str]:
    if first:
        return _("Your duties: %(programme)s"), _("%(name)s, these are your duties at %(programme)s:")
    return _("Changes: %(programme)s"), _(
        "%(name)s, something has changed in your days at %(programme)s. Your duties of the next days are now:"
    )


def rings(officer: Officer) -> bool:
    """One of their phones is told by push."""
    return PushAddress.objects.filter(phone__officer=officer, phone__ended_at=None).exists()


def _line(seat: Assignment) -> str:
    duty = seat.duty
    times = f"{day_text(timezone.localtime(duty.starts_at))}, {clock_text(duty.starts_at)}–{clock_text(duty.ends_at)}"
    return f"• {times}: {duty}" + (f", {duty.place}" if duty.place else "")
