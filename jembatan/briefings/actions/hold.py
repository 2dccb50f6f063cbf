"""Taking hold of a brief before it is changed."""

from jembatan.accounts.actor import Actor
from jembatan.briefings.models import Brief
from jembatan.briefings.queries.writing.visible import visible_briefs


def held(actor: Actor, brief: Brief, *, discarded: bool = False) -> Brief:
    """The brief as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return visible_briefs(actor, discarded=discarded).select_for_update(of=("self",)).get(pk=brief.pk)
