"""The records of the field: phones of officers, what they send, who is where."""

from jembatan.field.models.attendance import AlarmTimes, Attendance, Lateness
from jembatan.field.models.deed import Deed
from jembatan.field.models.phone import Phone, PhoneLink
from jembatan.field.models.push import Push, PushAddress, PushKey, UnheardChange, Unreached
from jembatan.field.models.report import ChangeSeen, Claim, ClaimFile, Incident, IncidentFile, KeptFile

__all__ = [
    "AlarmTimes",
    "Attendance",
    "ChangeSeen",
    "Claim",
    "ClaimFile",
    "Deed",
    "Incident",
    "IncidentFile",
    "KeptFile",
    "Lateness",
    "Phone",
    "PhoneLink",
    "Push",
    "PushAddress",
    "PushKey",
    "UnheardChange",
    "Unreached",
]
