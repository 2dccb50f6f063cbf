"""A note that somebody has begun and not yet kept."""

from django.conf import settings
from django.db import models

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.thread import Thread


class UnfinishedNote(models.Model):
    """One a member and conversation, for that member alone. A table of its own: nothing that sends mail reads it."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "user"], name="unfinished_note_once")]
