"""The records of the field: phones of officers, what they send, who is where."""

from jembatan.field.models.attendance import Attendance, Lateness
from jembatan.field.models.deed import Deed
from jembatan.field.models.phone import Phone, PhoneLink
from jembatan.field.models.report import ChangeSeen, Claim, Incident, IncidentFile

__all__ = [
    "Attendance",
    "ChangeSeen",
    "Claim",
    "Deed",
    "Incident",
    "IncidentFile",
    "Lateness",
    "Phone",
    "PhoneLink",
]
