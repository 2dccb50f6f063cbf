"""Reports by schedule: begun and stopped by people, run by a job."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.platform.access import require_officer
from jembatan.reports.models import ReportSchedule
from jembatan.reports.queries.schedules import visible_schedules
from jembatan.reports.queries.subject import Subject, kept_as, officers_of


@transaction.atomic
def begin_schedule(
    actor: Actor,
    subject: Subject,
    *,
    every: ReportSchedule.Every,
    hour: int,
    language: str,
    form: ReportSchedule.Form,
    receivers: Iterable[User],
) -> ReportSchedule:
    """From the next period that ends. Raises `ValidationError` without a member of the desk who gets it."""
    require_officer(actor)
    team = list(officers_of(actor).filter(pk__in=[user.pk for user in receivers]))
    if not team:
        raise ValidationError({"receivers": _("Choose at least one colleague.")})
    schedule = ReportSchedule.objects.create(
        desk=actor.desk,
        every=every,
        hour=hour,
        language=language,
        form=form,
        begun_by=actor.user,
        **kept_as(subject),
    )
    schedule.receivers.set(team)
    return schedule


@transaction.atomic
def stop_schedule(actor: Actor, schedule: ReportSchedule) -> ReportSchedule:
    """It runs no more; what it has made stays."""
    require_officer(actor)
    found = visible_schedules(actor).select_for_update(of=("self",)).get(pk=schedule.pk)
    found.stopped_at = found.stopped_at or timezone.now()
    found.save(update_fields=["stopped_at"])
    return found


@transaction.atomic
def resume_schedule(actor: Actor, schedule: ReportSchedule) -> ReportSchedule:
    """It runs again, from the next period that ends: what was left out meanwhile is not made."""
    require_officer(actor)
    found = visible_schedules(actor).select_for_update(of=("self",)).get(pk=schedule.pk)
    if found.stopped_at is not None:
        found.stopped_at, found.begun_at = None, timezone.now()
        found.save(update_fields=["stopped_at", "begun_at"])
    return found
