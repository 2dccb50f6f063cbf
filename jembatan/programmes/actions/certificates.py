"""Certificates of an officer: noted by the desk, seen by somebody of it, taken away."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.refusals import Refused, unforgotten
from jembatan.programmes.models import Officer, OfficerCertificate
from jembatan.programmes.queries.visible import visible_officers

MOST = 20


@transaction.atomic
def note_certificate(
    actor: Actor, officer: Officer, name: str, expires: date | None, *, seen: bool = False
) -> OfficerCertificate:
    """What they can show; `seen` where the actor has it before them. Raises `Refused` for more than twenty, and for one who was forgotten."""
    require_officer(actor)
    rows = visible_officers(actor).select_for_update(of=("self",), no_key=True)
    current = unforgotten(rows.get(pk=officer.pk))
    if current.certificates.count() >= MOST:
        raise Refused(_("Twenty certificates are enough."))
    return OfficerCertificate.objects.create(
        desk=actor.desk,
        officer=current,
        name=name,
        expires=expires,
        checked_by=actor.user if seen else None,
        checked_at=timezone.now() if seen else None,
    )


@transaction.atomic
def check_certificate(actor: Actor, certificate: OfficerCertificate, *, seen: bool) -> OfficerCertificate:
    """The actor has seen it; or nobody has."""
    current = _held(actor, certificate)
    current.checked_by, current.checked_at = (actor.user, timezone.now()) if seen else (None, None)
    current.save(update_fields=["checked_by", "checked_at"])
    return current


@transaction.atomic
def remove_certificate(actor: Actor, certificate: OfficerCertificate) -> None:
    """It was a mistake, or they do not have it any more."""
    _held(actor, certificate).delete()


def _held(actor: Actor, certificate: OfficerCertificate) -> OfficerCertificate:
    """As it stands now, its officer locked; `DoesNotExist` if the actor cannot see that, or somebody has removed it."""
    require_officer(actor)
    visible_officers(actor).select_for_update(of=("self",), no_key=True).get(pk=certificate.officer_id)
    return OfficerCertificate.objects.get(pk=certificate.pk)
