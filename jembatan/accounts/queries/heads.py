"""Who answers for the installation."""

from jembatan.accounts.models import Membership, Role, User


def first_head() -> User | None:
    """The head who has been one the longest, if there is an active one."""
    heads = Membership.objects.filter(role=Role.HEAD, user__is_active=True)
    membership = heads.select_related("user").order_by("id").first()
    return membership.user if membership else None
