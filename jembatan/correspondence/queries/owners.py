"""Who may answer for a conversation."""

from jembatan.accounts.models import Desk, Role, User
from jembatan.accounts.queries.actors import members_of


def may_own(desk: Desk) -> list[User]:
    """Members of the desk who write, heads first, then by name."""
    return [membership.user for membership in members_of(desk) if membership.role != Role.READER]
