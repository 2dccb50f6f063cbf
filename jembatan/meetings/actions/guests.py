"""Who takes part, added and taken out by hand."""

from copy import copy

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.positions import employer_of
from jembatan.directory.queries.visible import visible
from jembatan.meetings.actions.book import book_what_is_free
from jembatan.meetings.actions.invitations.tell import as_told, tell_change
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.series import changed_dates
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
    for each in _dates_of(current):
        other = guest_of(each, party)
        if not _takes_part(each, other):
            other.save()
            _mark_edited(each)
    return guest


@transaction.atomic
def remove_guest(actor: Actor, guest: Attendance) -> None:
    """The guest does not take part; one who was invited is told by mail."""
    require_writer(actor)
    current = _locked(actor, guest.meeting)
    before = as_told(actor, current) if guest.told is not None else None
    for each in _dates_of(current):
        if each.attendances.filter(_same(guest)).delete()[0]:
            _mark_edited(each)
    guest.delete()
    _mark_edited(current)
    _time_follows(actor, current, guest)
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
    for each in _dates_of(current):
        if not each.attendances.filter(_same(guest)).exists():
            other = copy(guest)
            other.pk, other.meeting = None, each
            other._state.adding = True
            other.save()
            _mark_edited(each)
    _time_follows(actor, current, guest)
    return guest


def _time_follows(actor: Actor, meeting: Meeting, guest: Attendance) -> None:
    """One of us who is in no more is free then."""
    if guest.ours:
        for each in (meeting, *_dates_of(meeting)):
            book_what_is_free(actor, each)


def _same(guest: Attendance) -> Q:
    """Whoever is the same guest of another date of the series."""
    same = Q(person=guest.person_id) if guest.person_id else Q(email=guest.email, name=guest.name)
    return same & Q(ours=guest.ours)


def _dates_of(meeting: Meeting) -> list[Meeting]:
    """The changed dates of a series, to which its guests come as well."""
    return list(changed_dates(meeting).exclude(status=Meeting.Status.CANCELLED)) if meeting.is_series else []


def guest_of(meeting: Meeting, party: Party) -> Attendance:
    """An unsaved guest; a person comes with the organisation of the post held today."""
    if isinstance(party, Organisation):
        return Attendance(meeting=meeting, name=str(party), organisation=party)
    return Attendance(meeting=meeting, name=str(party), person=party, organisation=employer_of(party))


def _takes_part(meeting: Meeting, guest: Attendance) -> bool:
    same = {"person": guest.person} if guest.person else {"person": None, "organisation": guest.organisation}
    return meeting.attendances.filter(**same).exists()


def _locked(actor: Actor, meeting: Meeting) -> Meeting:
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)


def _mark_edited(meeting: Meeting) -> None:
    meeting.edited = sorted({*meeting.edited, "guests"})
    meeting.version += 1
    meeting.save(update_fields=["edited", "version"])
