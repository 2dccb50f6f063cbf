"""Meetings, when they take place, and who takes part."""

from jembatan.meetings.models.agenda import AgendaItem
from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.invitation import InvitationMail, InvitationQuestion
from jembatan.meetings.models.meeting import Meeting
from jembatan.meetings.models.occurrence import Occurrence
from jembatan.meetings.models.poll import Poll, PollGuest, PollMember, PollSlot, PollVote

__all__ = [
    "AgendaItem",
    "Attendance",
    "InvitationMail",
    "InvitationQuestion",
    "Meeting",
    "Occurrence",
    "Poll",
    "PollGuest",
    "PollMember",
    "PollSlot",
    "PollVote",
]
