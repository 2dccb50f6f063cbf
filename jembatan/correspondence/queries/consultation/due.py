"""Which questions have to be brought to mind, of all desks."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jembatan.correspondence.models import Consultation, ConsultationReminder

Occasion = ConsultationReminder.Occasion
DAY_BEFORE = timedelta(days=1)
NOT_SOONER = timedelta(days=2)
STILL = timedelta(days=7)


def to_remind() -> list[tuple[int, str]]:
    """Ids with their occasion. Who was asked less than two days before the date is not reminded before it."""
    now = timezone.now()
    before = Q(due_at__gt=now, due_at__lte=now + DAY_BEFORE, asked_at__lte=F("due_at") - NOT_SOONER)
    after = Q(due_at__lte=now, due_at__gt=now - STILL, open_until__gt=now)
    return [
        (pk, occasion)
        for occasion, due in ((Occasion.BEFORE, before), (Occasion.AFTER, after))
        for pk in _open().filter(due).exclude(reminders__occasion=occasion).values_list("pk", flat=True)
    ]


def run_out() -> QuerySet[Consultation]:
    """Open questions whose link is over."""
    return _open().filter(open_until__lte=timezone.now())


def _open() -> QuerySet[Consultation]:
    return Consultation.objects.filter(state=Consultation.State.OPEN, closed_at__isnull=True).order_by("pk")
