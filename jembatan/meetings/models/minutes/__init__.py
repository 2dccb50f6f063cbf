"""What is written of a meeting, by whom, and who was there."""

from jembatan.meetings.models.minutes.attendee import MinutesAttendee
from jembatan.meetings.models.minutes.minutes import Minutes
from jembatan.meetings.models.minutes.section import MinutesSection
from jembatan.meetings.models.minutes.update import MinutesPen, MinutesUpdate

__all__ = ["Minutes", "MinutesAttendee", "MinutesPen", "MinutesSection", "MinutesUpdate"]
