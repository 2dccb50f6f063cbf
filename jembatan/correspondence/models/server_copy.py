"""Where mail lies on a server."""

from django.db import models
from django.db.models import Q

from jembatan.correspondence.models.incoming_server import IncomingFolder
from jembatan.correspondence.models.message import Message


class ServerCopy(models.Model):
    """One mail of a folder by its number, as long as it lies there; since `gone_at` it does not.

    Without a number it is one of an earlier UIDVALIDITY. Without a message it was set aside, or fetched before copies were noted.
    `answered_at` is when it was found to be marked as answered there. The desk's own answer wishes that mark, due at `mark_due_at`.
    """

    folder = models.ForeignKey(
        IncomingFolder, on_delete=models.CASCADE, related_name="copies", db_index=False
    )
    uid = models.BigIntegerField(null=True)
    message = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="copies")
    gone_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    flagged = models.BooleanField(default=False, db_default=False)
    mark_due_at = models.DateTimeField(null=True)
    mark_tries = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "uid"], name="server_copy_once"),
            models.CheckConstraint(
                condition=Q(uid__isnull=False) | Q(gone_at__isnull=False), name="server_copy_there_has_number"
            ),
        ]
        indexes = [
            models.Index(
                fields=["folder", "mark_due_at"],
                name="server_copy_mark_due",
                condition=Q(mark_due_at__isnull=False),
            )
        ]
