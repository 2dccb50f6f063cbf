"""Personal data goes: at an applicant's wish, and of those who were not taken on some days after the programme."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext_lazy

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.actions.outbox.personal import forget_letters, forget_orphans
from jembatan.platform.access import require_officer
from jembatan.platform.jobs.alone import each_alone
from jembatan.programmes.actions.forget import tell_not_forgotten
from jembatan.programmes.events import OfficersForgotten
from jembatan.programmes.models import Programme
from jembatan.recruitment.actions.interviews import held
from jembatan.recruitment.actions.post import MATTER
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.told import DELETED, tell_of_call
from jembatan.recruitment.models import Application, Attempt, Attendance, BadgePhoto, Call, SignOff
from jembatan.recruitment.queries.link import kept_until


def forget(ids: Collection[int]) -> None:
    """The applications with everything that hangs on them, and the letters about them. Inside the caller's transaction."""
    forget_letters(MATTER, ids)
    Application.objects.filter(pk__in=ids).delete()


@transaction.atomic
def delete_as_asked(actor: Actor, application: Application) -> None:
    """The applicant has asked the desk: all that is known of them is gone for good. Raises `Refused` for an officer."""
    require_officer(actor)
    current = held(actor, application, to_go=True)
    if current.officer_id is not None:
        raise Refused(
            _(
                "%(name)s is an officer of the programme already. Delete what is known of them on the officer’s page; the application goes with it."
            )
            % {"name": current}
        )
    told = gettext_noop("Application %(number)s deleted, as the applicant has asked")
    tell_of_call(actor, current.call, DELETED, told, {"number": current.number})
    forget([current.pk])


def forget_officers(event: OfficersForgotten) -> None:
    """The application that they came with, the photo of the badge, trainings and the task book. Inside the announcer's transaction."""
    applications = Application.objects.filter(officer__in=event.officers)
    forget(list(applications.values_list("pk", flat=True)))
    for model in (BadgePhoto, Attendance, SignOff):
        model._default_manager.filter(officer__in=event.officers).delete()


def forget_what_is_over() -> int:
    """Every day, for all desks: who was not taken on is deleted when the days of the call have passed; returns how many. Raises `SomeFailed` once all others are done."""
    Attempt.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
    with transaction.atomic():
        forget_orphans(MATTER, Application.objects.values("pk"))
    calls = Call.objects.select_related("programme__dossier", "desk").order_by("pk")
    return each_alone(calls, _forget_those_of, failed=lambda call: tell_not_forgotten(call.programme))


@transaction.atomic
def _forget_those_of(call: Call) -> int:
    """The programme is held, as by whoever changes its days or takes somebody on."""
    if kept_until(call) > timezone.now():
        return 0
    Programme.objects.select_for_update(no_key=True).filter(pk=call.programme_id).first()
    calls = Call.objects.select_for_update(of=("self",), no_key=True)
    current = calls.select_related("programme__dossier", "desk").filter(pk=call.pk).first()
    if current is None or kept_until(current) > timezone.now():
        return 0
    ids = list(Application.objects.filter(call=call, officer__isnull=True).values_list("pk", flat=True))
    if ids:
        told = ngettext_lazy(
            "%(count)s application deleted: its time is over",
            "%(count)s applications deleted: their time is over",
            len(ids),
        )
        tell_of_call(operator(call.desk, label="Jembatan"), call, DELETED, told, {"count": len(ids)})
        forget(ids)
    return len(ids)
