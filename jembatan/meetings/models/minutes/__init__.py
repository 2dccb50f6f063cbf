"""What is written of a meeting, by whom, who was there, and who has agreed."""

from jembatan.meetings.models.minutes.attendee import MinutesAttendee
from jembatan.meetings.models.minutes.circulation import (
    ActionPledge,
    MinutesCorrection,
    MinutesPartner,
    MinutesVersion,
)
from jembatan.meetings.models.minutes.minutes import Minutes
from jembatan.meetings.models.minutes.section import MinutesSection
from jembatan.meetings.models.minutes.update import MinutesPen, MinutesUpdate

__all__ = [
    "ActionPledge",
    "Minutes",
    "MinutesAttendee",
    "MinutesCorrection",
    "MinutesPartner",
    "MinutesPen",
    "MinutesSection",
    "MinutesUpdate",
    "MinutesVersion",
]
