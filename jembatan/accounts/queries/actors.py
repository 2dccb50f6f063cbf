"""From a signed-in user, or from nobody at a terminal, to an actor."""

from django.db.models import Case, IntegerField, Value, When

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.platform.prepared import Prepared

RANK = Case(
    *(When(role=role, then=Value(rank)) for rank, role in enumerate(Role.values)),
    default=Value(len(Role.values)),
    output_field=IntegerField(),
)


def actor_for(user: User, *, desk_id: int | None = None) -> Actor | None:
    """The user's actor at the chosen desk, else at the desk where the role is highest; None without any desk."""
    return actor_among(memberships_of(user), user, desk_id=desk_id)


def actor_among(memberships: list[Membership], user: User, *, desk_id: int | None) -> Actor | None:
    """The same, of memberships at hand."""
    ranked = sorted(memberships, key=lambda member: Role.values.index(member.role))
    chosen = next((m for m in ranked if m.desk_id == desk_id), ranked[0] if ranked else None)
    return Actor(desk=chosen.desk, role=Role(chosen.role), user=user) if chosen else None


def memberships_of(user: User) -> list[Membership]:
    """Where this user may work, by the desk's name."""
    return _MEMBERSHIPS.rows(user.pk)


_MEMBERSHIPS = Prepared(
    lambda user: Membership.objects.filter(user_id=user).select_related("desk").order_by("desk__name", "id"),
    -1,
)


def members_of(desk: Desk) -> list[Membership]:
    """Members with their users, heads first, then by name."""
    return list(Membership.objects.filter(desk=desk).select_related("user").order_by(RANK, "user__full_name"))


def works_elsewhere(desk: Desk, user: User) -> bool:
    """Whether someone is a member of any other desk: what opens the door for them opens that one, too."""
    return Membership.objects.filter(user=user).exclude(desk=desk).exists()
