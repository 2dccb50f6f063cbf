"""Clearance as a check of the outbox: uncleared mail leaves by no way."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.clearance.path import path_of
from jembatan.correspondence.queries.clearance.words import who_clears


def demand_clearance(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """What is cleared is the draft as it stands, under the lock of its sending."""
    return [
        Objection(
            _("This mail needs clearance first: %(who)s.") % {"who": who_clears(draft, standing.step)},
            final=True,
        )
        for standing in path_of(draft).stops(actor)
    ]
