"""Who may do what in correspondence beyond what a role allows."""

from collections.abc import Collection

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Clearer


def may_clear_step(
    actor: Actor, *, clearer: str, member: int | None, writers: Collection[int | None]
) -> bool:
    """The head clears everything, the own mail too. Any officer clears what others have written; a person who is named, always."""
    if actor.user is None:
        return False
    if actor.may_clear:
        return True
    if clearer == Clearer.OFFICER:
        return actor.may_send and actor.user.pk not in writers
    return actor.may_write and member is not None and actor.user.pk == member
