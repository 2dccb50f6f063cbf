"""Users, desks and who holds which role where."""

from jembatan.accounts.models.desk import Desk, Membership, Role
from jembatan.accounts.models.one_time_link import OneTimeLink
from jembatan.accounts.models.user import User

__all__ = ["Desk", "Membership", "OneTimeLink", "Role", "User"]
