"""A meeting's fields and guests as they are, as JSON, so that an import can be taken back exactly."""

from typing import Any

from django.utils.dateparse import parse_datetime

from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Attendance, Meeting

MOMENTS = {"starts_at", "ends_at", "stamp", "expanded_until"}
GUEST = (
    *("name", "email", "person_id", "organisation_id", "ours", "organiser", "optional", "status"),
    *("comment", "delegated_to", "told", "answered_at"),
)


def snapshot(meeting: Meeting) -> dict[str, Any]:
    """Every stored field of the meeting and its guests."""
    columns = [f.attname for f in Meeting._meta.concrete_fields if not f.generated and not f.primary_key]
    fields = {name: getattr(meeting, name) for name in columns}
    moments = {name: fields[name].isoformat() for name in MOMENTS if fields[name]}
    return {
        **fields,
        **moments,
        "guests": [_guest(guest) for guest in meeting.attendances.all()],
    }


def _guest(guest: Attendance) -> dict[str, Any]:
    answered = guest.answered_at.isoformat() if guest.answered_at else None
    return {name: getattr(guest, name) for name in GUEST} | {"answered_at": answered}


def restore(meeting: Meeting, kept: dict[str, Any]) -> None:
    """Write a snapshot back; parties that are gone since are left out."""
    for name, value in kept.items():
        if name != "guests":
            setattr(meeting, name, parse_datetime(value) if name in MOMENTS and value else value)
    meeting.save()
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, **_existing(guest)) for guest in kept.get("guests", [])
    )


def _existing(guest: dict[str, Any]) -> dict[str, Any]:
    if guest["person_id"] and not Person.objects.filter(pk=guest["person_id"]).exists():
        guest = {**guest, "person_id": None}
    if guest["organisation_id"] and not Organisation.objects.filter(pk=guest["organisation_id"]).exists():
        guest = {**guest, "organisation_id": None}
    return guest
