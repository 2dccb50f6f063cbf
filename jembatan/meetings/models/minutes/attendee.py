"""Who was there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.minutes.closing import only_while_writing
from jembatan.meetings.models.minutes.minutes import Minutes


class MinutesAttendee(models.Model):
    """Somebody who was asked (`guest`), or walked in; perhaps `instead_of` a guest who did not come.

    The name is as it was then: guests, people and organisations may leave, what the minutes say stays.
    """

    class Was(models.TextChoices):
        PRESENT = "present", _("present")
        EXCUSED = "excused", _("excused")
        ABSENT = "absent", _("absent")

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="attendees")
    guest = models.ForeignKey(Attendance, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=500)
    ours = models.BooleanField(default=False)
    was = models.CharField(max_length=7, choices=Was)
    instead_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="deputies"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "guest"], name="minutes_guest_once", condition=Q(guest__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["minutes", "person"], name="minutes_person_once", condition=Q(person__isnull=False)
            ),
            models.CheckConstraint(condition=~Q(name=""), name="minutes_attendee_has_name"),
            models.CheckConstraint(
                condition=Q(was__in=["present", "excused", "absent"]), name="minutes_attendee_was_known"
            ),
            models.CheckConstraint(
                condition=Q(instead_of__isnull=True) | Q(was="present"), name="minutes_deputy_was_there"
            ),
        ]
        triggers = [
            only_while_writing(
                "minutes_attendance_stands",
                unchanged="(OLD.minutes_id, OLD.name, OLD.was) IS NOT DISTINCT FROM (NEW.minutes_id, NEW.name, NEW.was)",
            ),
        ]

    def __str__(self) -> str:
        return self.name
