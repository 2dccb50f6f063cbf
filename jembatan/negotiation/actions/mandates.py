"""How far we may go: set by an officer, in the words of whoever authorised it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.negotiation.actions.changing import MANDATE, held, tell
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import Issue, Mandate, Negotiation
from jembatan.platform.access import require_officer


@transaction.atomic
def set_mandate(
    actor: Actor,
    negotiation: Negotiation,
    words: str,
    *,
    authorised_by: str,
    until: date | None = None,
    issue: Issue | None = None,
) -> Mandate:
    """A limit on one issue, or on all. The journal says that it was set, not what it says. Raises `Refused` for a day that is over."""
    require_officer(actor)
    current = held(actor, negotiation)
    if until is not None and until < today_at(actor.desk):
        raise Refused(_("Choose a day that is still to come."))
    mandate = Mandate.objects.create(
        desk=actor.desk,
        negotiation=current,
        issue=issue,
        words=words,
        authorised_by=authorised_by,
        until=until,
        set_by=actor.user,
    )
    summary = _("Mandate set, authorised by %(name)s: %(title)s") % {"name": authorised_by, "title": current}
    tell(actor, current, MANDATE, summary, parties=())
    return mandate


@transaction.atomic
def withdraw_mandate(actor: Actor, mandate: Mandate) -> Mandate:
    """It holds no more; its words stay."""
    require_officer(actor)
    current = held(actor, mandate.negotiation)
    mandate.refresh_from_db(fields=["withdrawn_at"])
    if mandate.withdrawn_at is None:
        mandate.withdrawn_at = timezone.now()
        mandate.save(update_fields=["withdrawn_at"])
        tell(actor, current, MANDATE, _("Mandate withdrawn: %(title)s") % {"title": current}, parties=())
    return mandate


@transaction.atomic
def restore_mandate(actor: Actor, mandate: Mandate) -> Mandate:
    """The inverse."""
    require_officer(actor)
    current = held(actor, mandate.negotiation)
    mandate.refresh_from_db(fields=["withdrawn_at"])
    if mandate.withdrawn_at is not None:
        mandate.withdrawn_at = None
        mandate.save(update_fields=["withdrawn_at"])
        tell(actor, current, MANDATE, _("Mandate holds again: %(title)s") % {"title": current}, parties=())
    return mandate
