"""What follows for the guests of meetings when the desk learns of another address of its own."""

from collections.abc import Set

from jembatan.accounts.events import OurAddressesChanged
from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.meetings.models import Attendance


def follow_addresses(event: OurAddressesChanged) -> None:
    """Listens: guests stand on the side that their addresses have today."""
    claim_guests(event.desk)
    if event.released:
        release_guests(event.desk, frozenset(event.released))


def claim_guests(desk: Desk) -> int:
    """Guests with an address that has become ours are on our side; returns how many."""
    us = ourselves(desk)
    theirs = Attendance.objects.filter(meeting__desk=desk, ours=False)
    return theirs.filter(email__in=[email for email in _emails(desk) if email in us]).update(ours=True)


def release_guests(desk: Desk, released: Set[str]) -> int:
    """Guests with one of these addresses or domains ("@lama.example") are on the other side again; returns how many.

    What is ours for another reason stays so; so does a colleague whom a log names without an address.
    """
    us = ourselves(desk)
    gone = [
        email
        for email in _emails(desk)
        if email not in us and released & {email, "@" + email.rpartition("@")[2]}
    ]
    return Attendance.objects.filter(meeting__desk=desk, ours=True, email__in=gone).update(ours=False)


def _emails(desk: Desk) -> set[str]:
    named = Attendance.objects.filter(meeting__desk=desk).exclude(email="")
    return set(named.order_by().values_list("email", flat=True).distinct())
