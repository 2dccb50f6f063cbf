"""Times of interviews that become free by a decision, and come back with it where nobody has taken them."""

from collections.abc import Collection, Iterable

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from jembatan.recruitment.models import Application, InterviewSlot


def give_up(ids: Collection[int]) -> None:
    """What these applications have before them is free for others; which it was is kept. Inside the caller's transaction."""
    theirs = _ahead().filter(application=OuterRef("pk")).values("pk")
    Application.objects.filter(pk__in=ids).update(gave_up=Subquery(theirs))
    count_on(_ahead().filter(application__in=ids).values_list("application", flat=True))
    _ahead().filter(application__in=ids).update(application=None)


def take_again(ids: Collection[int]) -> list[Application]:
    """The times that they gave up, where these are free still; those whose time is not. Inside the caller's transaction."""
    waiting = Application.objects.filter(pk__in=ids, gave_up__isnull=False, slot__isnull=True).order_by("pk")
    applications = list(waiting)
    free = _ahead().filter(application=None, pk__in=[each.gave_up for each in applications])
    times = {slot.pk: slot for slot in free.select_for_update(of=("self",)).order_by("pk")}
    again, without = [], []
    for each in applications:
        if slot := times.pop(each.gave_up or 0, None):
            slot.application, each.gave_up = each, None
            again.append((slot, each))
        else:
            without.append(each)
    InterviewSlot.objects.bulk_update([slot for slot, _each in again], ["application"])
    Application.objects.bulk_update([each for _slot, each in again], ["gave_up"])
    count_on([each.pk for _slot, each in again])
    return without


def count_on(ids: Iterable[int | None]) -> None:
    """Their calendars are told something new of the interview, above what they were told before. Inside the caller's transaction."""
    Application.objects.filter(pk__in=list(ids)).update(invited=F("invited") + 1)


def _ahead() -> QuerySet[InterviewSlot]:
    return InterviewSlot.objects.filter(during__startswith__gt=timezone.now())
