"""Duties, and what changes of them, are told by mail to those whose phone does not ring: one letter for what changes within some minutes."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jembatan.field.access import READABLE
from jembatan.field.actions.letters import write_to
from jembatan.field.actions.unreached import awaits_first, note_reached, note_unreached
from jembatan.field.models import PushAddress, UnheardChange
from jembatan.field.queries.change_letters import change_letters
from jembatan.programmes.models import Officer

AFTER = timedelta(minutes=2)
"""Long enough for what changes right afterwards."""
WORTH = timedelta(hours=24)


def write_soon(officers: Collection[int], *, first: bool = False) -> None:
    """Inside the transaction that changes something: to those of them whose phone does not ring. first: of all their duties, which they hear of for the first time."""
    ringing = PushAddress.objects.filter(phone__officer__in=officers, phone__ended_at=None)
    unheard = Officer.objects.filter(pk__in=officers)
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
    """Nothing for whoever has let the phone ring meanwhile. Where no letter can leave, somebody has to tell them."""
    found = Officer.objects.select_related("programme__desk", "programme__dossier").filter(pk=officer_id)
    officer = found.exclude(status=Officer.Status.ENDED).first()
    if officer is None or officer.programme.marking not in READABLE or rings(officer):
        return
    first = first or awaits_first(officer)
    letter = change_letters([officer], timezone.now(), first=[officer.pk] if first else [])[officer.pk]
    if write_to(officer, letter.subject, letter.text):
        note_reached(officer)
    else:
        note_unreached(officer, first=first)


def rings(officer: Officer) -> bool:
    """One of their phones is told by push."""
    return PushAddress.objects.filter(phone__officer=officer, phone__ended_at=None).exists()
