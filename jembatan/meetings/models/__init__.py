"""Meetings and who takes part."""

from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting

__all__ = ["Attendance", "Meeting"]
