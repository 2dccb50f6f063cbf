"""What has come by mail about meetings, as far as the actor may see them."""

from typing import Any

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.meetings.models import Attendance, InvitationQuestion, Meeting
from jembatan.meetings.queries.occurrences import visible_meetings


def open_questions(meeting: Meeting) -> list[InvitationQuestion]:
    """The oldest first."""
    return list(meeting.questions.filter(outcome="").order_by("pk"))


def brought_by(actor: Actor, message_ids: "QuerySet[Any, Any]") -> list[Meeting]:
    """The meetings that these mails brought or are about."""
    found = visible_meetings(actor).filter(mails__message_id__in=message_ids).distinct()
    return list(found.order_by("starts_at", "pk"))


def our_invitation(actor: Actor, meeting: Meeting) -> Attendance | None:
    """As whom we are asked to somebody else's meeting: the actor, else whoever of us is; None for a meeting of our own."""
    if meeting.is_ours:
        return None
    us = ourselves(actor.desk)
    asked = [each for each in meeting.attendances.order_by("pk") if each.email and not each.organiser]
    mine = [each for each in asked if actor.user and each.email == actor.user.email.lower()]
    organised = meeting.attendances.filter(organiser=True).exclude(email="").first()
    if organised is None or organised.email in us:
        return None
    return next(iter([*mine, *(each for each in asked if each.ours or each.email in us)]), None)
