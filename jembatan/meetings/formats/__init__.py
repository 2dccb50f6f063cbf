"""Calendars and logs of meetings: bytes in, dataclasses out."""
