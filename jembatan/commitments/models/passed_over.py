"""A sentence that was suggested as a promise, and is none."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Message
from jembatan.meetings.models import MinutesSection


class PassedOver(models.Model):
    """Nobody of the desk is shown it again, there: in a mail, or in a part of minutes. `digest` is that of the sentence."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    section = models.ForeignKey(
        MinutesSection, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    digest = models.CharField(max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    passed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "digest"], name="passed_over_once_in_mail"),
            models.UniqueConstraint(fields=["section", "digest"], name="passed_over_once_in_minutes"),
            models.CheckConstraint(
                condition=Q(message__isnull=True) ^ Q(section__isnull=True), name="passed_over_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.digest
