"""What the desk notes of an applicant: certificates with their days, and delegations that they may not work for."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.models import Delegation
from jembatan.recruitment.actions.interviews import held
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Certificate

MOST = 20


@transaction.atomic
def keep_certificate(actor: Actor, application: Application, name: str, expires: date | None) -> Certificate:
    """Raises `Refused` for more than twenty."""
    require_officer(actor)
    current = held(actor, application)
    if current.certificates.count() >= MOST:
        raise Refused(_("Twenty certificates are enough."))
    return Certificate.objects.create(application=current, name=name, expires=expires)


@transaction.atomic
def drop_certificate(actor: Actor, certificate: Certificate) -> None:
    """It was a mistake."""
    require_officer(actor)
    held(actor, certificate.application)
    certificate.delete()


@transaction.atomic
def note_conflict(actor: Actor, application: Application, delegation: Delegation, *, there: bool) -> None:
    """Once they are accepted, they do not work for that delegation; or there is no such conflict. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, application)
    if delegation.programme_id != current.call.programme_id:
        raise Refused(_("Choose a delegation of the programme."))
    if current.officer_id is not None:
        raise Refused(_("They are an officer already. Note it on the officer's page."))
    if there:
        current.conflicts.add(delegation)
    else:
        current.conflicts.remove(delegation)
