"""Where a user sits: as an actor at each desk."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.accounts.queries.actors import memberships_of
from jembatan.platform.dav.visiting import Seat


def seats_of(user: User) -> tuple[Seat, ...]:
    """One for every desk of the user, by name."""
    return tuple(
        Seat(
            slug=one.desk.slug,
            actor=Actor(desk=one.desk, role=Role(one.role), user=user),
        )
        for one in memberships_of(user)
    )
