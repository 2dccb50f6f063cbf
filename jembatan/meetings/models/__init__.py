"""Meetings, when they take place, who takes part, and what is written of them."""

from jembatan.meetings.models.agenda import AgendaItem
from jembatan.meetings.models.agenda_template import AgendaTemplate, AgendaTemplatePoint
from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.booking import Booking
from jembatan.meetings.models.invitation import InvitationMail, InvitationQuestion
from jembatan.meetings.models.meeting import Meeting
from jembatan.meetings.models.minutes import (
    ActionPledge,
    Minutes,
    MinutesAttendee,
    MinutesCorrection,
    MinutesPartner,
    MinutesPen,
    MinutesSection,
    MinutesUpdate,
    MinutesVersion,
)
from jembatan.meetings.models.occurrence import Occurrence
from jembatan.meetings.models.online import LinkTemplate
from jembatan.meetings.models.outcome import Action, Decision
from jembatan.meetings.models.paper import Paper
from jembatan.meetings.models.poll import Poll, PollGuest, PollMember, PollSlot, PollVote
from jembatan.meetings.models.protocol import MeetingOrder, PlaceByHand
from jembatan.meetings.models.room import Room
from jembatan.meetings.models.seating import Seat, SeatingPlan

__all__ = [
    "Action",
    "ActionPledge",
    "AgendaItem",
    "AgendaTemplate",
    "AgendaTemplatePoint",
    "Attendance",
    "Booking",
    "Decision",
    "InvitationMail",
    "InvitationQuestion",
    "LinkTemplate",
    "Meeting",
    "MeetingOrder",
    "Minutes",
    "MinutesAttendee",
    "MinutesCorrection",
    "MinutesPartner",
    "MinutesPen",
    "MinutesSection",
    "MinutesUpdate",
    "MinutesVersion",
    "Occurrence",
    "Paper",
    "PlaceByHand",
    "Poll",
    "PollGuest",
    "PollMember",
    "PollSlot",
    "PollVote",
    "Room",
    "Seat",
    "SeatingPlan",
]
