"""Calendars and logs of meetings become meetings, guests and lines of the journal."""

from jembatan.meetings.importer.calendar import CalendarImporter
from jembatan.meetings.importer.log import LogImporter

__all__ = ["CalendarImporter", "LogImporter"]
