"""Who gets a brief, and that they have read it."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import actor_for
from jembatan.briefings.actions.hold import held
from jembatan.briefings.actions.told import CIRCULATED, tell_about
from jembatan.briefings.models import Brief, BriefReader
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_officer


@transaction.atomic
def circulate(actor: Actor, brief: Brief, users: list[User]) -> list[BriefReader]:
    """Put them on the list: it stands on their Today until they have read it. Raises `Refused` where nothing cleared holds, or for
    somebody who may not see it.
    """
    require_officer(actor)
    current = held(actor, brief)
    standing = standing_of(current)
    if standing.cleared is None or not standing.holds:
        raise Refused(_("Only a brief that is cleared and not over is circulated."))
    known = set(current.readers.values_list("user", flat=True))
    added = []
    for user in users:
        reader = actor_for(user, desk_id=current.desk_id)
        if reader is None or reader.desk != current.desk or not _may_see(reader, current):
            raise Refused(_("%(name)s may not see what this brief is about.") % {"name": user.full_name})
        if user.pk not in known:
            added.append(
                BriefReader.objects.create(desk=current.desk, brief=current, user=user, added_by=actor.user)
            )
    if added:
        with translation.override(actor.desk.language):
            told = _("Brief circulated: %(subject)s") % {"subject": current}
        tell_about(actor, CIRCULATED, current, told, marking=standing.cleared.marking)
    return added


@transaction.atomic
def take_off(actor: Actor, brief: Brief, user: User) -> None:
    """They are not told of it any more."""
    require_officer(actor)
    held(actor, brief).readers.filter(user=user).delete()


@transaction.atomic
def say_read(actor: Actor, brief: Brief) -> BriefReader | None:
    """The actor has read the cleared wording; None for somebody who is not on the list, or where nothing is cleared."""
    current = held(actor, brief)
    cleared = standing_of(current).cleared
    reader = current.readers.filter(user=actor.user).first()
    if reader is None or cleared is None:
        return None
    if reader.read_id != cleared.pk:
        reader.read, reader.read_at = cleared, timezone.now()
        reader.save(update_fields=["read", "read_at"])
    return reader


def _may_see(actor: Actor, brief: Brief) -> bool:
    return visible_briefs(actor).filter(pk=brief.pk).exists()
