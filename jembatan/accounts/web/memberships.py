"""Where the one who asks may work: what decides on the actor also fills the menu."""

from django.http import HttpRequest

from jembatan.accounts.models import Membership, User
from jembatan.accounts.queries.actors import memberships_of
from jembatan.platform.ui.once import once


def memberships_once(request: HttpRequest, user: User) -> list[Membership]:
    """Asked once a page."""
    return once(request, ("memberships", user.pk), lambda: memberships_of(user))
