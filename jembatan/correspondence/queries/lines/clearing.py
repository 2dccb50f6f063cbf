"""Who may clear a line."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import LineSetting, LineVersion


def officers_clear(desk: Desk) -> bool:
    """Whether the head has left clearing to the officers, too."""
    return LineSetting.objects.filter(desk=desk, officers_clear=True).exists()


def may_clear_line(actor: Actor, version: LineVersion) -> bool:
    """The head; an officer where the head has said so, and not the officer's own words."""
    if actor.may_clear:
        return True
    own = actor.user is not None and version.written_by_id == actor.user.pk
    return actor.may_send and not own and officers_clear(actor.desk)
