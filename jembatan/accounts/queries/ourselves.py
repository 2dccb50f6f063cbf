"""Which addresses are ours: one rule for mail and for meetings."""

from collections.abc import Mapping
from dataclasses import dataclass

from jembatan.accounts.models import Desk, User


@dataclass(frozen=True, slots=True)
class Ourselves:
    """The desk's own addresses and domains, and its members by their addresses."""

    addresses: frozenset[str]
    domains: frozenset[str]
    members: Mapping[str, User]

    def __contains__(self, email: str) -> bool:
        return email in self.addresses or email.rpartition("@")[2] in self.domains


def ourselves(desk: Desk) -> Ourselves:
    """As the desk is set up now."""
    users = User.objects.filter(memberships__desk=desk)
    members = {user.email.lower(): user for user in users}
    addresses = frozenset(address.lower() for address in [*desk.own_addresses, *members])
    domains = frozenset(domain.lower().lstrip("@") for domain in desk.own_domains)
    return Ourselves(addresses, domains, members)
