"""Who is asked to a meeting, and what they answered."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models.meeting import Meeting
from jembatan.platform.dav.triggers import stale_triggers

ITS_MEETING = """
    SELECT its.desk_id, its.uid FROM {rows} JOIN meetings_meeting AS its ON its.id = one.meeting_id
"""


class Attendance(models.Model):
    """An attendee as the calendar or log names it, linked to whom we know.

    `told` is the SEQUENCE of the meeting in the last mail that we sent them, None for nobody whom we invited. `answered_at` is when the
    answer that counts was written (its DTSTAMP): an older one, or the same again, changes nothing.
    """

    class Status(models.TextChoices):
        UNKNOWN = "unknown", _("not answered")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        TENTATIVE = "tentative", _("tentative")
        DELEGATED = "delegated", _("delegated")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    name = models.TextField(blank=True)
    email = models.CharField(max_length=320, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendances"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendances"
    )
    ours = models.BooleanField(default=False)
    organiser = models.BooleanField(default=False)
    optional = models.BooleanField(default=False)
    status = models.CharField(max_length=9, choices=Status, default=Status.UNKNOWN)
    comment = models.TextField(blank=True, default="", db_default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    delegated_to = models.CharField(max_length=320, blank=True, default="", db_default="")
    told = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        triggers = stale_triggers("meetings", ITS_MEETING)
        constraints = [
            models.CheckConstraint(condition=~Q(name="", email=""), name="attendance_names_someone"),
        ]
        indexes = [
            models.Index(F("organisation"), F("meeting"), name="attendance_organisation"),
            models.Index(F("person"), F("meeting"), name="attendance_person"),
        ]

    def __str__(self) -> str:
        return self.name or self.email
