"""Mail that leaves a folder of its server because the desk has done with it."""

from django.db import models

from jembatan.correspondence.models.incoming_server import IncomingFolder
from jembatan.correspondence.models.message import Message


class ServerMove(models.Model):
    """A wish until `moved_at`; then what is known of where the message lies, until it is back in its folder.

    What has to be done follows from the conversation: a wish of one that is open again is dropped, and what was moved goes back.
    """

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="+")
    folder = models.ForeignKey(IncomingFolder, on_delete=models.CASCADE, related_name="+")
    target = models.CharField(max_length=255)
    moved_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_default=models.functions.Now())
    trouble = models.CharField(max_length=30, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["folder", "next_try_at"], name="server_move_due")]

    def __str__(self) -> str:
        return self.target
