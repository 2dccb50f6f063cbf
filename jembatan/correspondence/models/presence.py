"""Who has a conversation before their eyes."""

from django.conf import settings
from django.db import models

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.thread import Thread


class Presence(models.Model):
    """One beat of an open page. The table is not logged: after a crash nobody is looking at anything, and that is true."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "user"], name="presence_once")]
