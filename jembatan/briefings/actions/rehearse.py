"""Keeping what a rehearsal has measured."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.models import Brief, Rehearsal
from jembatan.briefings.models.rehearsal import SHORTEST
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.refusals import Refused

FASTEST = 400
"""Words a minute that nobody speaks: somebody has leafed through."""
LONGEST = 4 * 60 * 60


@transaction.atomic
def keep_rehearsal(actor: Actor, brief: Brief, *, words: int, seconds: int) -> Rehearsal:
    """In the language of the brief, for whoever spoke. Raises `Refused` for what measures no speech."""
    current = visible_briefs(actor).get(pk=brief.pk)
    if actor.user is None or not SHORTEST <= seconds <= LONGEST or not 0 < words * 60 <= seconds * FASTEST:
        raise Refused(_("Too short, or too fast, to learn a pace from."))
    return Rehearsal.objects.create(user=actor.user, language=current.language, words=words, seconds=seconds)
