"""Duties, and what changes of them, are told by mail to those whose phone does not ring: one letter for what changes within some minutes."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment
from jembatan.field.access import READABLE
from jembatan.field.actions.letters import write_to
from jembatan.field.models import PushAddress, UnheardChange
from jembatan.field.queries.away import Away, said_away
from jembatan.field.queries.duties import seats_of
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

AHEAD = timedelta(days=3)
AFTER = timedelta(minutes=2)
"""Long enough for what changes right afterwards."""
WORTH = timedelta(hours=24)


def write_soon(officers: Collection[int], *, first: bool = False) -> None:
    """Inside the transaction that changes something: to those of them whose phone does not ring. first: of all their duties, which they hear of for the first time."""
    ringing = PushAddress.objects.filter(phone__officer__in=officers, phone__ended_at=None)
    unheard = Officer.objects.filter(pk__in=officers).exclude(email="")
    due_at = timezone.now() + AFTER
    UnheardChange.objects.bulk_create(
        UnheardChange(officer=officer, due_at=due_at, first=first)
        for officer in unheard.exclude(pk__in=ringing.values("phone__officer")).order_by("pk")
    )


def to_be_written_to(now: datetime) -> list[int]:
    """The officers whose first change has waited long enough. What could not be told in a day is no news any more."""
    UnheardChange.objects.filter(due_at__lt=now - WORTH).delete()
    due = UnheardChange.objects.filter(due_at__lte=now).order_by("officer")
    return list(due.values_list("officer", flat=True).distinct())


@transaction.atomic
def write_of_changes(officer_id: int) -> None:
    """One letter for all that waits. Whoever else is writing it just now does it alone."""
    rows = UnheardChange.objects.select_for_update(skip_locked=True).filter(officer=officer_id)
    waiting = dict(rows.values_list("pk", "first"))
    if waiting:
        _write(officer_id, first=any(waiting.values()))
        UnheardChange.objects.filter(pk__in=waiting).delete()


def _write(officer_id: int, *, first: bool) -> None:
    """The duties of the next days as they stand now, or all that lie ahead, the `first` time. Nothing for whoever has let the phone ring meanwhile."""
    found = Officer.objects.select_related("programme__desk", "programme__dossier").filter(pk=officer_id)
    officer = found.exclude(status=Officer.Status.ENDED).first()
    if officer is None or officer.programme.marking not in READABLE or rings(officer):
        return
    now = timezone.now()
    seats = seats_of(officer).filter(duty__ends_at__gt=now)
    seats = seats if first else seats.filter(duty__starts_at__lt=now + AHEAD)
    away = said_away(officer, now)
    with in_their_words(officer.programme):
        subject, told = _words(first=first)
        lines = [
            told % {"name": officer.call_name or officer.full_name, "programme": officer.programme},
            "\n".join(_line(seat, away) for seat in seats) or _("None"),
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


def _line(seat: Assignment, away: Away) -> str:
    duty = seat.duty
    expected = _("you are expected all the same") if away.is_expected(duty) else ""
    times = f"{day_text(timezone.localtime(duty.starts_at))}, {clock_text(duty.starts_at)}–{clock_text(duty.ends_at)}"
    return f"• {times}: " + ", ".join(filter(None, [str(duty), str(duty.place or ""), expected]))
