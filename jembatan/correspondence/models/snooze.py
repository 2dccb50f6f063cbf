"""A conversation that a member does not want to see for a while."""

from django.conf import settings
from django.db import models

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.thread import Thread


class Snooze(models.Model):
    """For that member alone: for the team the conversation stays where it is.

    It is over at `until`, or as soon as the conversation has another number of messages than when it was put off.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="snoozes")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    until = models.DateTimeField()
    message_count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="snooze_once")]
        indexes = [models.Index(fields=["desk", "user", "until"], name="snooze_of_member")]
