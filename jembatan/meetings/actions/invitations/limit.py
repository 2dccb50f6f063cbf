"""How far what a meeting holds may go to a guest of it."""

from jembatan.accounts.actor import operator
from jembatan.meetings.actions.invitations.post import post
from jembatan.meetings.models import Attendance
from jembatan.platform.markings import Marking

AT_MOST = Marking.AMBER


def limit_of(guest: Attendance) -> Marking:
    """The narrowest marking that may go to the guest: as the desk has settled it for the organisation, else TLP:AMBER."""
    if guest.organisation_id is None:
        return AT_MOST
    actor = operator(guest.meeting.desk, label=guest.name or guest.email)
    return post().limits(actor, [guest.organisation_id]).get(guest.organisation_id, AT_MOST)
