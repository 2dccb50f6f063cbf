"""Who was there: one press each, walk-ins by name."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible
from jembatan.meetings.actions.guests import guest_of
from jembatan.meetings.actions.minutes.closed import open_minutes
from jembatan.meetings.actions.minutes.sections import TOPIC
from jembatan.meetings.models import Attendance, Minutes, MinutesAttendee
from jembatan.meetings.queries.minutes.reading import name_of, row_of
from jembatan.platform.live.news import tell

type Party = Person | Organisation


@transaction.atomic
def mark_attendance(actor: Actor, minutes: Minutes, guest: Attendance, was: str) -> None:
    """What a guest was; "" for nothing known. Raises `ValidationError`."""
    current = open_minutes(actor, minutes)
    if guest.meeting_id != current.meeting_id:
        raise ValidationError(_("Only who was asked can be marked."))
    if was and was not in MinutesAttendee.Was.values:
        raise ValidationError(_("Somebody was present, excused or absent."))
    row = _row_of(current, guest)
    if row is not None and not was:
        row.delete()
    elif row is None and was:
        twice = current.attendees.filter(person=guest.person_id).exists()
        person = None if twice else guest.person
        facts = {"person": person, "organisation": guest.organisation, "ours": guest.ours}
        current.attendees.create(guest=guest, was=was, name=name_of(guest), **facts)
    elif row is not None:
        row.guest, row.was = guest, was
        if was != MinutesAttendee.Was.PRESENT:
            row.instead_of = None
        row.save(update_fields=["guest", "was", "instead_of"])
    tell(actor.desk.pk, TOPIC, [current.pk], by=actor.user.pk if actor.user else None)


@transaction.atomic
def add_walk_in(
    actor: Actor, minutes: Minutes, party: Party, *, instead_of: Attendance | None = None
) -> MinutesAttendee:
    """Somebody who came without being asked, perhaps instead of a guest, who then counts as excused. Raises `ValidationError`."""
    current = open_minutes(actor, minutes)
    if not visible(actor, type(party)).filter(pk=party.pk).exists():
        raise ValidationError(_("This party is not in the directory."))
    came = guest_of(current.meeting, party)
    same = {"person": came.person} if came.person else {"person": None, "organisation": came.organisation}
    asked = current.meeting.attendances.filter(**same).exists()
    if asked or current.attendees.filter(**same).exists():
        raise ValidationError(_("%(name)s is on the list already.") % {"name": party})
    absent = None
    if instead_of is not None:
        mark_attendance(actor, current, instead_of, MinutesAttendee.Was.EXCUSED)
        absent = _row_of(current, instead_of)
    row = current.attendees.create(
        person=came.person,
        organisation=came.organisation,
        name=str(party)[:500],
        was=MinutesAttendee.Was.PRESENT,
        instead_of=absent,
    )
    tell(actor.desk.pk, TOPIC, [current.pk], by=actor.user.pk if actor.user else None)
    return row


@transaction.atomic
def take_off_list(actor: Actor, minutes: Minutes, attendee: MinutesAttendee) -> None:
    """A walk-in who was none."""
    current = open_minutes(actor, minutes)
    current.attendees.filter(pk=attendee.pk, guest=None).delete()
    tell(actor.desk.pk, TOPIC, [current.pk], by=actor.user.pk if actor.user else None)


def _row_of(minutes: Minutes, guest: Attendance) -> MinutesAttendee | None:
    return row_of(guest, list(minutes.attendees.order_by("pk")))
