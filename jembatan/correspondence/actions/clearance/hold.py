"""Taking hold of a request for clearance, and of the draft that it is about, before it is decided."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance
from jembatan.correspondence.queries.clearance.asked import visible_clearances


class Decided(Refused):
    """Somebody was faster, or the question was withdrawn."""


def held_request(actor: Actor, clearance: Clearance) -> Clearance:
    """As it stands now, with its draft locked first, as saving and sending do. Raises `Decided`, `NotOpen`, `DoesNotExist`."""
    held_open(actor, clearance.draft)
    current = visible_clearances(actor).select_for_update(of=("self",)).get(pk=clearance.pk)
    if current.state != Clearance.State.ASKED:
        raise Decided(
            _("This question is settled already: %(state)s.") % {"state": current.get_state_display()}
        )
    return current
