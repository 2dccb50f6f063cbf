"""Where a user sits: as an actor at each desk."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.platform.dav.visiting import Seat


def seats_of(user: User) -> tuple[Seat, ...]:
    """One for every desk of the user, by name."""
    memberships = Membership.objects.filter(user=user).select_related("desk").order_by("desk__name", "id")
    return tuple(
        Seat(
            slug=one.desk.slug,
            actor=Actor(desk=one.desk, role=Role(one.role), user=user),
        )
        for one in memberships
    )
