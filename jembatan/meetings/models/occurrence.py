"""When meetings take place: one row an occurrence, so that a week of the calendar is one look into an index."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q, Value

from jembatan.accounts.models import Desk
from jembatan.meetings.models.meeting import Meeting


def span(on: str = "") -> Func:
    """The occurrence as a range of time that includes both ends, as the index has it; `on` is the way to its row."""
    return Func(
        F(f"{on}starts_at"),
        F(f"{on}ends_at"),
        Value("[]"),
        function="tstzrange",
        output_field=DateTimeRangeField(),
    )


class Occurrence(models.Model):
    """Derived from meetings and their rules by `actions.schedule`, never changed by hand.

    Times are as the meeting's clock has them; `recurrence_id` names the occurrence within its series.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="occurrences")
    recurrence_id = models.CharField(max_length=64, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "recurrence_id"], name="occurrence_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")), name="occurrence_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "starts_at"], name="occurrence_by_start"),
            models.Index(fields=["meeting", "starts_at"], name="occurrence_of_meeting"),
            GistIndex(F("desk"), span(), name="occurrence_span"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.starts_at:%Y-%m-%d %H:%M}"
