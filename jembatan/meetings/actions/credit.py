"""Whose line an imported meeting is: whoever imports a colleague's calendar only writes it down."""

from collections.abc import Iterable, Mapping

from jembatan.accounts.models import Desk, User
from jembatan.meetings.models import Attendance

type Members = Mapping[str, User]


def members_of_desk(desk: Desk) -> Members:
    """Members by what calendars and logs name them with: e-mail address and full name, folded."""
    members: dict[str, User] = {}
    for user in User.objects.filter(memberships__desk=desk).order_by("id"):
        members.setdefault(user.full_name.casefold(), user)
        members[user.email.casefold()] = user
    return members


def credited(guests: Iterable[Attendance], members: Members) -> User | str | None:
    """The member who invited or else took part; without any, the organiser by name; None: nobody is named."""
    ordered = sorted(guests, key=lambda guest: not guest.organiser)
    for guest in ordered:
        user = members.get(guest.email.casefold()) or members.get(guest.name.casefold())
        if user is not None:
            return user
    organiser = next((guest for guest in ordered if guest.organiser), None)
    return (organiser.name or organiser.email) if organiser else None
