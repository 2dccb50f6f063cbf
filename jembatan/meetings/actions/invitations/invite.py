"""Inviting guests to a meeting of ours, by mail."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.post import post
from jembatan.meetings.actions.invitations.tell import send
from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.invitations.addresses import addresses_of
from jembatan.meetings.queries.invitations.scheduled import told_version
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.series import changed_dates
from jembatan.platform.access import require_officer


@transaction.atomic
def invite(actor: Actor, meeting: Meeting, *, address: str, guests: Collection[int]) -> list[Attendance]:
    """Send the invitation from this address of ours to these guests (ids); who has it already gets it again.

    Raises `ValidationError` for a meeting that cannot be invited to, an address that is not ours to send from, nobody chosen, or a
    guest without an address.
    """
    require_officer(actor)
    current = (
        visible_meetings(actor).select_for_update(of=("self",)).select_related("desk").get(pk=meeting.pk)
    )
    address = _checked(actor, current, address)
    chosen = list(current.attendances.filter(pk__in=guests, ours=False).order_by("pk"))
    if not chosen:
        raise ValidationError(_("Choose at least one guest."))
    known = addresses_of(chosen)
    for guest in chosen:
        guest.email = guest.email or known.get(guest.pk, "")
        if not guest.email:
            raise ValidationError(_("%(name)s has no e-mail address.") % {"name": guest})
        guest.told = current.sequence
        guest.save(update_fields=["email", "told"])
        if current.is_series:
            _invite_to_dates(current, guest, address)
    current.invited_as = address
    current.version += 1
    current.save(update_fields=["invited_as", "version"])
    after = told_version(current, now=timezone.now())
    wanted = {f"mailto:{guest.email}" for guest in chosen}
    messages = compose(None, after, user=address, now=timezone.now())
    send(actor, current, (each for each in messages if each.recipient.lower() in wanted), about="REQUEST")
    return chosen


def _invite_to_dates(series: Meeting, guest: Attendance, address: str) -> None:
    """Who is invited to a series is invited to its changed dates, too: the same mail tells of them."""
    same = Q(person=guest.person_id) if guest.person_id else Q(email=guest.email)
    theirs = Attendance.objects.filter(same, meeting__in=changed_dates(series), ours=False)
    Meeting.objects.filter(pk__in=theirs.values("meeting")).update(invited_as=address)
    theirs.update(email=guest.email, told=guest.told)


def _checked(actor: Actor, meeting: Meeting, address: str) -> str:
    if meeting.is_cancelled:
        raise ValidationError(_("This meeting was called off."))
    if meeting.precision not in {Meeting.Precision.MINUTE, Meeting.Precision.DAY}:
        raise ValidationError(_("Say on which day the meeting is before you invite to it."))
    if meeting.attendances.filter(organiser=True, ours=False).exists():
        raise ValidationError(_("Somebody else has invited to this meeting."))
    if meeting.is_ours and meeting.invited_as != address.lower():
        raise ValidationError(
            _("Its guests were invited by %(address)s: invite others by the same.")
            % {"address": meeting.invited_as}
        )
    if address.lower() not in {each.lower() for each in post().addresses(actor)}:
        raise ValidationError(_("Choose an address that you may send from."))
    return address.lower()
