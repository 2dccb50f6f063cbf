"""A promise was given another day."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jembatan.commitments.models.commitment import Commitment


class MovedDate(models.Model):
    """It was due `was`, and is due `due` since somebody agreed to that, for a reason. Never changed: the old days stay visible."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="moved_dates")
    was = models.DateField(null=True)
    due = models.DateField()
    why = models.TextField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    moved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(was__isnull=True) | ~Q(was=F("due")), name="moved_date_is_another"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="moved_date_for_a_reason"),
        ]
        triggers = [
            pgtrigger.Protect(name="moved_date_append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.was} → {self.due}"
