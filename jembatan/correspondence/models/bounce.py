"""Mail that did not reach whom it was for, as delivery reports and replies tell it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.message import Message


class Bounce(models.Model):
    """One address that a mail of ours did not reach, or at which they say that its owner has left. It is a question on the
    conversation until somebody settles it.

    The mail is named by its Message-ID, not by its row: a report may be filed before the mail that it is about.
    """

    class Kind(models.TextChoices):
        UNDELIVERED = "undelivered"
        GONE = "gone"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="bounces")
    failed_id = models.TextField()
    email = models.CharField(max_length=320)
    kind = models.CharField(
        max_length=11, choices=Kind, default=Kind.UNDELIVERED, db_default=Kind.UNDELIVERED
    )
    status = models.CharField(max_length=11, blank=True)
    words = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "email"], name="bounce_once")]
        indexes = [
            models.Index(fields=["desk", "email"], name="bounce_open", condition=Q(settled_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.email
