"""The demo office's members as tests meet them: they read English, and have no records."""

from demo import cast
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User


def open_desk() -> Desk:
    """The desk with its members."""
    desk = cast.open_office()
    User.objects.update(language=User.Language.ENGLISH)
    desk.language = "en"
    desk.save(update_fields=["language"])
    return desk


def actor_of(desk: Desk, member: cast.Member) -> Actor:
    """The member at work."""
    user = User.objects.get(email=member.email)
    return Actor(desk=desk, role=member.role, user=user)
