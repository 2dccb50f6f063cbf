"""From an e-mail address and an app password to whoever works at which desks."""

from zoneinfo import ZoneInfo

from jembatan.accounts.actions.app_passwords import user_by_app_password
from jembatan.accounts.queries.seats import seats_of
from jembatan.platform.dav.visiting import Visitor


def open_door(email: str, password: str) -> Visitor | None:
    """Who it is, with a seat at every desk of theirs; None where the two open nothing."""
    user = user_by_app_password(email, password) if password else None
    if user is None:
        return None
    return Visitor(user.pk, user.language, ZoneInfo(user.time_zone), seats_of(user))
