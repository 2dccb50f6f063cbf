"""The desk's meetings in the calendars of telephones and other programs."""

from jembatan.meetings.dav.calendar import DeskCalendar

__all__ = ["DeskCalendar"]
