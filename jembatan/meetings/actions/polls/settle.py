"""A poll ends: in a meeting, or without."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting, Poll, PollGuest, PollSlot, PollVote
from jembatan.meetings.queries.polls.standing import guests_of, visible_polls
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking


@transaction.atomic
def decide(actor: Actor, poll: Poll, slot_id: int, *, allowed: bool = False) -> Meeting:
    """The meeting takes place at this time, with the guests and our people; their answers go with them.

    Raises `ValidationError` where somebody has decided before, or one of ours is at another meeting and that is not `allowed`, and
    `DoesNotExist` for a time of another poll.
    """
    require_writer(actor)
    current = _open(actor, poll)
    slot = PollSlot.objects.get(pk=slot_id, poll=current)
    guests = guests_of(current)
    meeting = plan_meeting(
        actor,
        current.title,
        times=Times(slot.starts_at, slot.ends_at),
        zone=current.zone,
        location=current.location,
        parties=[party for guest in guests if (party := _party(guest))],
        members=[member.user for member in current.members.select_related("user")],
        dossier=current.dossier,
        marking=Marking(current.marking),
        allowed=allowed,
    )
    _take_answers(meeting, slot)
    current.state, current.meeting = Poll.State.DECIDED, meeting
    current.save(update_fields=["state", "meeting"])
    return meeting


@transaction.atomic
def call_off(actor: Actor, poll: Poll) -> None:
    """Nobody is asked any more; the links say so. Raises `ValidationError` where it is over."""
    require_writer(actor)
    current = _open(actor, poll)
    current.state = Poll.State.CALLED_OFF
    current.save(update_fields=["state"])


@transaction.atomic
def open_again(actor: Actor, poll: Poll) -> None:
    """The inverse of `call_off`."""
    require_writer(actor)
    current = visible_polls(actor).select_for_update(of=("self",)).get(pk=poll.pk)
    if current.state == Poll.State.CALLED_OFF:
        current.state = Poll.State.OPEN
        current.save(update_fields=["state"])


def _open(actor: Actor, poll: Poll) -> Poll:
    current = visible_polls(actor).select_for_update(of=("self",)).get(pk=poll.pk)
    if not current.is_open:
        raise ValidationError(_("The poll is over already."))
    return current


def _party(guest: PollGuest) -> Person | Organisation | None:
    party = guest.person or guest.organisation
    return party if party and party.removed_at is None else None


def _take_answers(meeting: Meeting, slot: PollSlot) -> None:
    """Whoever said yes to this time, or no, has answered; “if need be” is tentative."""
    status = {
        PollVote.Answer.YES: Attendance.Status.ACCEPTED,
        PollVote.Answer.MAYBE: Attendance.Status.TENTATIVE,
        PollVote.Answer.NO: Attendance.Status.DECLINED,
    }
    said = {vote.guest_id: PollVote.Answer(vote.answer) for vote in slot.votes.all()}
    for guest in slot.poll.guests.all():
        if guest.pk in said:
            whose = (
                {"person": guest.person_id} if guest.person_id else {"organisation": guest.organisation_id}
            )
            meeting.attendances.filter(ours=False, **whose).update(status=status[said[guest.pk]])
