"""Deciding what a mail about a meeting of ours asks: another time, or an answer that does not count by itself."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.invitations.tell import send
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.formats.itip.invited import invited_to
from jembatan.meetings.formats.itip.proposing import decline_counter
from jembatan.meetings.models import Attendance, InvitationQuestion, Meeting
from jembatan.meetings.queries.invitations.scheduled import told_version
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_officer

Kind, Outcome = InvitationQuestion.Kind, InvitationQuestion.Outcome
ONE_DAY = timedelta(days=1)


@transaction.atomic
def accept_question(actor: Actor, question: InvitationQuestion, *, allowed: bool = False) -> Meeting:
    """The meeting moves to the time proposed, and everyone invited is asked anew; or the doubtful answer counts.

    Who answers without having been invited takes part from now on. Raises `ValidationError` for a question settled before, and
    `DoubleBooked` where another meeting has the room or one of us then; of members it moves all the same where `allowed`.
    """
    require_officer(actor)
    current, meeting = _held(actor, question)
    if current.kind == Kind.COUNTER:
        there = _times(current), current.zone
        meeting = change_meeting(actor, meeting, "times", there, version=meeting.version, confirmed=allowed)
    else:
        _count(meeting, current)
    _settle(actor, current, Outcome.ACCEPTED)
    return meeting


@transaction.atomic
def decline_question(actor: Actor, question: InvitationQuestion) -> Meeting:
    """The meeting stays as it is; who proposed another time is told so. Raises `ValidationError`."""
    require_officer(actor)
    current, meeting = _held(actor, question)
    if current.kind == Kind.COUNTER:
        calendar = told_version(meeting, now=timezone.now())
        attendee = invited_to(calendar).get(f"mailto:{current.email}")
        if calendar is not None and attendee is not None:
            declined = decline_counter(calendar, attendee.line, now=timezone.now())
            send(actor, meeting, [declined], about="DECLINECOUNTER")
    _settle(actor, current, Outcome.DECLINED)
    return meeting


def _held(actor: Actor, question: InvitationQuestion) -> tuple[InvitationQuestion, Meeting]:
    meeting = (
        visible_meetings(actor)
        .select_for_update(of=("self",))
        .select_related("desk")
        .get(pk=question.meeting_id)
    )
    current = InvitationQuestion.objects.select_for_update().get(pk=question.pk)
    if current.outcome:
        raise ValidationError(_("Somebody has settled this already."))
    return current, meeting


def _times(question: InvitationQuestion) -> Times:
    assert question.starts_at is not None
    assert question.ends_at is not None
    if question.clock == Meeting.Clock.DATE:
        return Times(question.starts_at.date(), (question.ends_at - ONE_DAY).date())
    return Times(question.starts_at, question.ends_at)


def _count(meeting: Meeting, question: InvitationQuestion) -> None:
    known = meeting.attendances.filter(email=question.email, ours=False).first()
    guest = known or Attendance(meeting=meeting, email=question.email, name=question.name)
    if guest.organiser:
        return
    guest.status, guest.comment, guest.answered_at = question.status, question.comment, timezone.now()
    if meeting.is_ours and guest.told is None:
        guest.told = meeting.sequence
    guest.save()


def _settle(actor: Actor, question: InvitationQuestion, outcome: InvitationQuestion.Outcome) -> None:
    question.outcome, question.settled_at, question.settled_by = outcome, timezone.now(), actor.user
    question.save(update_fields=["outcome", "settled_at", "settled_by"])
