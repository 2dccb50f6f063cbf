"""Who may be named to read TLP:RED notes."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.programmes.models import Delegation


def possible_readers(actor: Actor, delegation: Delegation) -> list[User]:
    """Colleagues of the desk who are not named yet."""
    named = delegation.readers.values("user")
    working = User.objects.filter(memberships__desk=actor.desk, is_active=True)
    return list(working.exclude(pk__in=named).order_by("full_name"))
