"""Calendars that arrive by mail: invitations become meetings, answers stand with their guests, doubts become questions."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.from_guest import take_from_guest
from jembatan.meetings.actions.invitations.from_organiser import take_from_organiser
from jembatan.meetings.actions.invitations.mail import Mail
from jembatan.meetings.formats.itip.receive import BY_ATTENDEE, checked
from jembatan.meetings.formats.itip.scheduled import read_scheduled
from jembatan.meetings.formats.itip.trouble import Unusable
from jembatan.meetings.models import InvitationMail, Meeting


@transaction.atomic
def take_calendar(actor: Actor, mail: Mail) -> list[Meeting]:
    """The meetings that it made, changed or is about; none for what is no invitation, or about nothing that we know.

    What is broken, out of date, replayed or from the wrong sender changes nothing.
    """
    found, _file = read_scheduled(mail.content)
    try:
        message = checked(found)
    except Unusable:
        return []
    take = take_from_guest if message.method in BY_ATTENDEE else take_from_organiser
    meetings = take(actor, message, mail)
    InvitationMail.objects.bulk_create(
        (InvitationMail(meeting=meeting, message_id=mail.message_id) for meeting in meetings),
        ignore_conflicts=True,
    )
    return meetings
