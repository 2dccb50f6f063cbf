"""Meetings by mail, as they are shown: what we are asked, what we are to decide, which mails brought what."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import Attendance, InvitationQuestion, Meeting
from jembatan.meetings.models.meeting import placed_by
from jembatan.meetings.queries.invitations.open import brought_by, open_questions, our_invitation
from jembatan.meetings.queries.troubles import told_trouble
from jembatan.meetings.queries.wording import when_text


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question in words: `when` is the time that is proposed, `why` the reason why an answer does not count by itself."""

    question: InvitationQuestion
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownInvitation:
    """A meeting that came by mail: when it is, as whom we are asked (None: not by mail, or it is ours), what is to be decided."""

    meeting: Meeting
    when: str
    asked: Attendance | None
    questions: list[ShownQuestion]


def shown_invitation(actor: Actor, meeting: Meeting) -> ShownInvitation:
    """For the page of the meeting and of the conversation that brought it."""
    asked = None if meeting.is_cancelled else our_invitation(actor, meeting)
    when = when_text(meeting, meeting.begins, meeting.finishes)
    return ShownInvitation(meeting, when, asked, [_shown(meeting, each) for each in open_questions(meeting)])


def invitations_in(request: HttpRequest, actor: Actor, message_ids: "QuerySet[Any, Any]") -> str:
    """The panel of a conversation: the meetings that these mails brought, each with what can be answered."""
    shown = [shown_invitation(actor, meeting) for meeting in brought_by(actor, message_ids)]
    if not shown:
        return ""
    context = {"invitations": shown, "back": request.path}
    return render_to_string("meetings/invitations.html", context, request)


def _shown(meeting: Meeting, question: InvitationQuestion) -> ShownQuestion:
    when = why = ""
    if question.starts_at and question.ends_at:
        starts, ends = (placed_by(question.clock, each) for each in (question.starts_at, question.ends_at))
        as_proposed = Meeting(clock=question.clock, starts_at=question.starts_at, ends_at=question.ends_at)
        when = when_text(as_proposed, starts, ends)
    if question.trouble:
        why = told_trouble(Trouble(question.trouble), question.about)
    return ShownQuestion(question, when, why)
