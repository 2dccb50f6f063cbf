"""Who takes part, added and taken out by hand."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible
from jembatan.meetings.actions.invitations.tell import as_told, tell_change
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer

type Party = Person | Organisation


@transaction.atomic
def add_guest(actor: Actor, meeting: Meeting, party: Party) -> Attendance:
    """The party takes part. Raises `ValidationError` when it does already, or is not in the directory."""
    require_writer(actor)
    current = _locked(actor, meeting)
    if not visible(actor, type(party)).filter(pk=party.pk).exists():
        raise ValidationError(_("This party is not in the directory."))
    guest = guest_of(current, party)
    if _takes_part(current, guest):
        raise ValidationError(_("%(name)s takes part already.") % {"name": party})
    guest.save()
    _mark_edited(current)
    return guest


@transaction.atomic
def remove_guest(actor: Actor, guest: Attendance) -> None:
    """The guest does not take part; one who was invited is told by mail."""
    require_writer(actor)
    current = _locked(actor, guest.meeting)
    before = as_told(actor, current) if guest.told is not None else None
    guest.delete()
    _mark_edited(current)
    tell_change(actor, current, before)


@transaction.atomic
def bring_back_guest(actor: Actor, meeting: Meeting, guest: Attendance) -> Attendance:
    """The inverse of `remove_guest`: `guest` is unsaved and as it was, with its answer. Raises `ValidationError`."""
    require_writer(actor)
    current = _locked(actor, meeting)
    if (guest.person or guest.organisation) and _takes_part(current, guest):
        raise ValidationError(_("%(name)s takes part already.") % {"name": guest})
    guest.meeting = current
    guest.save()
    _mark_edited(current)
    return guest


def guest_of(meeting: Meeting, party: Party) -> Attendance:
    """An unsaved guest; a person comes with the organisation of the post held today."""
    if isinstance(party, Organisation):
        return Attendance(meeting=meeting, name=str(party), organisation=party)
    return Attendance(meeting=meeting, name=str(party), person=party, organisation=_employer(party))


def _takes_part(meeting: Meeting, guest: Attendance) -> bool:
    same = {"person": guest.person} if guest.person else {"person": None, "organisation": guest.organisation}
    return meeting.attendances.filter(**same).exists()


def _locked(actor: Actor, meeting: Meeting) -> Meeting:
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)


def _mark_edited(meeting: Meeting) -> None:
    meeting.edited = sorted({*meeting.edited, "guests"})
    meeting.version += 1
    meeting.save(update_fields=["edited", "version"])


def _employer(person: Person) -> Organisation | None:
    position = (
        person.positions.filter(until__isnull=True, organisation__removed_at__isnull=True)
        .select_related("organisation")
        .order_by("-since", "id")
        .first()
    )
    return position.organisation if position else None
