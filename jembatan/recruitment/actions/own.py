"""What applicants do with their own application. The link is the permission."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.platform.links import LinkTo
from jembatan.recruitment.actions.apply import check_age
from jembatan.recruitment.actions.forget import forget
from jembatan.recruitment.actions.post import write_to
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.saying import Said, say_anew
from jembatan.recruitment.actions.times import count_on, give_up, take_again
from jembatan.recruitment.actions.told import DELETED, WITHDRAWN, applicant_at, tell_for_applicant
from jembatan.recruitment.models import Application, InterviewSlot
from jembatan.recruitment.queries.invitations import times_ahead
from jembatan.recruitment.queries.link import behind

Status = Application.Status
OVER = frozenset({Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN})


class LinkOver(Exception):
    """It is expired, or the application is gone."""


@transaction.atomic
def complete(to: LinkTo, said: Said) -> Application:
    """What they say now, in place of before; their mail address stays. Raises `LinkOver`, `Refused`."""
    application = _held(to)
    if application.status in OVER:
        raise Refused(_("This application is settled and cannot be changed any more."))
    check_age(application.call.programme, said.post, said.about.get("born"))
    say_anew(application, said, keep={"email"})
    return application


@transaction.atomic
def withdraw(to: LinkTo) -> Application:
    """They do not want to any more; the time of an interview is free again. Raises `LinkOver`, `Refused`."""
    application = _held(to)
    if application.status == Status.ACCEPTED:
        raise Refused(_("You are taken on already. Please write to us if you cannot come."))
    if application.status == Status.DECLINED:
        raise Refused(_("This application is settled and cannot be changed any more."))
    if application.status != Status.WITHDRAWN:
        application.withdrawn_from, application.status = application.status, Status.WITHDRAWN
        application.save(update_fields=["withdrawn_from", "status"])
        if times_ahead([application.pk]):
            write_to(applicant_at(application.desk), [application], "withdrawn", at_once=True)
        give_up([application.pk])
        tell_for_applicant(
            application, WITHDRAWN, gettext_noop("Application %(number)s withdrawn by the applicant")
        )
    return application


@transaction.atomic
def come_back(to: LinkTo) -> Application:
    """The withdrawal was a mistake: it stands as before, with the time of the interview where that is free still. Raises `LinkOver`."""
    application = _held(to)
    if application.status == Status.WITHDRAWN:
        application.status, application.withdrawn_from = application.withdrawn_from or Status.NEW, ""
        application.save(update_fields=["withdrawn_from", "status"])
        take_again([application.pk])
        _confirm_time(application)
        sentence = gettext_noop(
            "Application %(number)s stands again: the applicant takes the withdrawal back"
        )
        tell_for_applicant(application, WITHDRAWN, sentence)
    return application


@transaction.atomic
def delete(to: LinkTo) -> None:
    """Everything that is known of them is gone for good; the journal keeps a line that names nobody. Raises `LinkOver`, `Refused`."""
    application = _held(to, to_go=True)
    if application.officer_id is not None:
        raise Refused(
            _("You are an officer of the programme. Please write to us, and we delete what we may.")
        )
    tell_for_applicant(
        application, DELETED, gettext_noop("Application %(number)s deleted as the applicant wished")
    )
    forget([application.pk])


@transaction.atomic
def take_slot(to: LinkTo, slot_id: int) -> InterviewSlot:
    """The time is theirs, in place of one that they had, and a letter says so. Raises `LinkOver`, and `Refused` where somebody was faster."""
    application = _held(to)
    if application.status != Status.SHORTLISTED:
        raise Refused(_("There is no interview to choose a time for."))
    open_slots = InterviewSlot.objects.filter(call=application.call, during__startswith__gt=timezone.now())
    had = InterviewSlot.objects.filter(application=application).first()
    if had is not None and had.pk == slot_id:
        return had
    if had is not None:
        InterviewSlot.objects.filter(pk=had.pk).update(application=None)
    try:
        with transaction.atomic():
            taken = open_slots.filter(pk=slot_id, application__isnull=True).update(application=application)
    except IntegrityError:
        taken = 0
    if not taken:
        raise Refused(_("Somebody else has just taken this time. Choose another one."))
    Application.objects.filter(pk=application.pk).update(gave_up=None)
    count_on([application.pk])
    _confirm_time(application)
    return InterviewSlot.objects.get(pk=slot_id)


def _confirm_time(application: Application) -> None:
    """By a letter, with an invitation for their calendar, where they have a time ahead."""
    application.refresh_from_db(fields=["invited"])
    if times_ahead([application.pk]):
        write_to(applicant_at(application.desk), [application], "booked", at_once=True)


def _held(to: LinkTo, *, to_go: bool = False) -> Application:
    found = behind(to, held=True, to_go=to_go)
    if found is None:
        raise LinkOver
    return found
