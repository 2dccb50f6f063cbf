"""What the desk notes of an applicant: certificates with their days, and delegations that they may not work for."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.models import Delegation
from jembatan.recruitment.actions.interviews import held
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.scoring import rescore
from jembatan.recruitment.actions.told import ASSESSED, tell_of_application
from jembatan.recruitment.models import Application, Certificate

MOST = 20


@transaction.atomic
def keep_certificate(
    actor: Actor, application: Application, name: str, expires: date | None, *, seen: bool = False
) -> Certificate:
    """What they can show; `seen` where the actor has it before them. Raises `Refused` for more than twenty, and for an officer."""
    current = _not_an_officer(actor, application)
    if current.certificates.count() >= MOST:
        raise Refused(_("Twenty certificates are enough."))
    kept = Certificate.objects.create(
        application=current,
        name=name,
        expires=expires,
        checked_by=actor.user if seen else None,
        checked_at=timezone.now() if seen else None,
    )
    rescore(current)
    tell_of_application(actor, current, ASSESSED, gettext_noop("Application %(number)s: certificate noted"))
    return kept


@transaction.atomic
def check_certificate(actor: Actor, certificate: Certificate, *, seen: bool) -> Certificate:
    """The actor has seen it; or nobody has. Raises `Refused` for an officer."""
    application = _not_an_officer(actor, certificate.application)
    current = Certificate.objects.get(pk=certificate.pk)
    current.checked_by, current.checked_at = (actor.user, timezone.now()) if seen else (None, None)
    current.save(update_fields=["checked_by", "checked_at"])
    sentence = (
        gettext_noop("Application %(number)s: certificate checked")
        if seen
        else gettext_noop("Application %(number)s: certificate not checked any more")
    )
    tell_of_application(actor, application, ASSESSED, sentence)
    return current


@transaction.atomic
def drop_certificate(actor: Actor, certificate: Certificate) -> None:
    """It was a mistake. Raises `Refused` for an officer."""
    current = _not_an_officer(actor, certificate.application)
    certificate.delete()
    rescore(current)
    tell_of_application(actor, current, ASSESSED, gettext_noop("Application %(number)s: certificate removed"))


@transaction.atomic
def note_conflict(actor: Actor, application: Application, delegation: Delegation, *, there: bool) -> None:
    """Once they are accepted, they do not work for that delegation; or there is no such conflict. Raises `Refused`."""
    current = _not_an_officer(actor, application)
    if delegation.programme_id != current.call.programme_id:
        raise Refused(_("Choose a delegation of the programme."))
    if there:
        current.conflicts.add(delegation)
    else:
        current.conflicts.remove(delegation)
    rescore(current)
    sentence = (
        gettext_noop("Application %(number)s: conflict of interest noted")
        if there
        else gettext_noop("Application %(number)s: conflict of interest removed")
    )
    tell_of_application(actor, current, ASSESSED, sentence)


def _not_an_officer(actor: Actor, application: Application) -> Application:
    """As it stands now, locked. Raises `Refused` for one whose applicant works already: what counts stands there."""
    require_officer(actor)
    current = held(actor, application)
    if current.officer_id is not None:
        raise Refused(_("They are an officer already. Note it on the officer's page."))
    return current
