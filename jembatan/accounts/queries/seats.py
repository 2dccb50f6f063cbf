"""Where a user sits: as an actor at each desk."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.platform.dav.visiting import Seat
from jembatan.platform.prepared import Prepared


def seats_of(user: User) -> tuple[Seat, ...]:
    """One for every desk of the user, by name."""
    return tuple(
        Seat(
            slug=one.desk.slug,
            actor=Actor(desk=one.desk, role=Role(one.role), user=user),
        )
        for one in _MEMBERSHIPS.rows(user.pk)
    )


_MEMBERSHIPS = Prepared(
    lambda user: Membership.objects.filter(user_id=user).select_related("desk").order_by("desk__name", "id"),
    -1,
)
