"""A handover leaves a line of the journal, so that whoever looks for one that nobody acknowledges has something to show."""

from django.utils.translation import gettext as _

from jembatan.deployment.events import HandedOver
from jembatan.field.actions.telling import HANDED_OVER, HANDOVER_SOURCE
from jembatan.programmes.actions.changing import tell


def enter_handover(event: HandedOver) -> None:
    """Both by their numbers."""
    handover = event.handover
    body = handover.delegation.organisation if handover.delegation else None
    told = _("Handover given: officer %(before)s to officer %(after)s") % {
        "before": handover.outgoing.number,
        "after": handover.incoming.number,
    }
    source = (HANDOVER_SOURCE, handover.pk)
    tell(
        event.actor,
        handover.roster.programme,
        HANDED_OVER,
        told,
        parties=[body] if body else [],
        source=source,
    )
