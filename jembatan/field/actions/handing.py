"""A handover leaves a line of the journal, and another one when it is acknowledged: whoever looks for one that nobody has taken has something to show."""

from django.utils.translation import gettext_noop as _

from jembatan.accounts.actor import Actor, operator
from jembatan.deployment.events import HandedOver, HandoverAcknowledged
from jembatan.deployment.models import Handover
from jembatan.field.actions.telling import ACKNOWLEDGED, HANDED_OVER, HANDOVER_SOURCE, enter


def enter_handover(event: HandedOver) -> None:
    """Whoever gave it."""
    _enter(
        event.actor, event.handover, HANDED_OVER, _("Handover given: officer %(before)s to officer %(after)s")
    )


def enter_acknowledged(event: HandoverAcknowledged) -> None:
    """The incoming officer, by their link or on their phone."""
    handover = event.handover
    actor = operator(handover.desk, label=handover.incoming.full_name)
    _enter(actor, handover, ACKNOWLEDGED, _("Handover acknowledged: officer %(before)s to officer %(after)s"))


def _enter(actor: Actor, handover: Handover, kind: str, sentence: str) -> None:
    """Both by their numbers; about the delegation's house."""
    enter(
        actor,
        handover.roster.programme,
        kind,
        sentence,
        about=handover.delegation.organisation if handover.delegation else None,
        source=(HANDOVER_SOURCE, handover.pk),
        before=handover.outgoing.number,
        after=handover.incoming.number,
    )
