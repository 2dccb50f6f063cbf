"""Users, desks and who holds which role where."""

from jembatan.accounts.models.app_password import AppPassword
from jembatan.accounts.models.desk import Desk, Membership, Role
from jembatan.accounts.models.one_time_link import OneTimeLink
from jembatan.accounts.models.user import User

__all__ = ["AppPassword", "Desk", "Membership", "OneTimeLink", "Role", "User"]
