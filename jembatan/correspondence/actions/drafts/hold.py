"""Taking hold of a draft before it is changed."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.drafts import visible_drafts


class NotOpen(Refused):
    """It was sent or discarded meanwhile."""


def held(actor: Actor, draft: Draft) -> Draft:
    """The draft as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return visible_drafts(actor).select_for_update(of=("self",)).get(pk=draft.pk)


def held_open(actor: Actor, draft: Draft) -> Draft:
    """The same for one that is still being written. Raises `NotOpen`."""
    current = held(actor, draft)
    if current.state == Draft.State.QUEUED:
        raise NotOpen(_("This mail is in the outbox. Take it back from there to go on writing."))
    if current.state == Draft.State.DISCARDED:
        raise NotOpen(_("This draft was discarded. Bring it back to go on writing."))
    return current
