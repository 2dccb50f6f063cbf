"""From an e-mail address and an app password to whoever works at which desks."""

from zoneinfo import ZoneInfo

from jembatan.accounts.actions.app_passwords import user_by_app_password
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role
from jembatan.platform.dav.visiting import Seat, Visitor


def open_door(email: str, password: str) -> Visitor | None:
    """A seat for every desk of the user, by name; None where the two open nothing."""
    user = user_by_app_password(email, password) if password else None
    if user is None:
        return None
    memberships = Membership.objects.filter(user=user).select_related("desk").order_by("desk__name", "id")
    seats = tuple(
        Seat(
            slug=one.desk.slug,
            actor=Actor(desk=one.desk, role=Role(one.role), user=user),
        )
        for one in memberships
    )
    return Visitor(user.pk, user.language, ZoneInfo(user.time_zone), seats)
