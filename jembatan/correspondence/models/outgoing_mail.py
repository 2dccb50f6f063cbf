"""The outbox: mail on its way out, what was tried with it, and what became of each receiver."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.correspondence.models.message import Message, Recipient
from jembatan.correspondence.models.outgoing_server import SendingAddress
from jembatan.platform.files.models import StoredFile


class OutgoingMail(models.Model):
    """`raw` are the very bytes that leave (without Bcc), the same at every attempt. `filed_as` is the copy that is filed.

    Until `due_at` nothing happens; then a worker takes it, unless somebody has taken it back.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        IN_DOUBT = "in_doubt", _("in doubt")
        WITHDRAWN = "withdrawn", _("taken back")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="outgoing")
    from_address = models.ForeignKey(SendingAddress, on_delete=models.PROTECT, related_name="+")
    message_id = models.TextField()
    subject = models.TextField(blank=True)
    raw = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    queued_at = models.DateTimeField(auto_now_add=True)
    queued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    due_at = models.DateTimeField()
    trouble = models.CharField(max_length=30, blank=True, help_text="what hindered the last attempt")
    words = models.TextField(blank=True, help_text="what the server said last")
    filed_as = models.ForeignKey(
        Message, on_delete=models.SET_NULL, null=True, blank=True, related_name="outgoing"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "message_id"], name="outgoing_mail_once"),
            models.UniqueConstraint(
                fields=["draft"],
                name="draft_leaves_once",
                condition=~Q(state__in=["withdrawn", "failed"]),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sending", "sent", "failed", "in_doubt", "withdrawn"]),
                name="outgoing_mail_state_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], name="outgoing_mail_due", condition=Q(state__in=["waiting", "sending"])
            ),
            models.Index(fields=["desk", "state", "-due_at"], name="outgoing_mail_by_state"),
        ]

    def __str__(self) -> str:
        return self.subject


class OutgoingReceiver(models.Model):
    """What became of the mail to one address: a server may take it for some and refuse it for others."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("taken by the server")
        REFUSED = "refused", _("refused by the server")

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="receivers")
    field = models.CharField(max_length=8, choices=Recipient.Field)
    name = models.TextField(blank=True)
    email = models.CharField(max_length=320)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mail", "email"], name="outgoing_receiver_once")]

    def __str__(self) -> str:
        return self.email


class SendAttempt(models.Model):
    """Written before the server is called, and again just before the mail becomes the server's (`handed_over_at`).

    Where a worker was killed, the row tells what can have happened: without `handed_over_at` nothing has left.
    """

    class Outcome(models.TextChoices):
        RUNNING = "", _("running")
        ACCEPTED = "accepted", _("taken by the server")
        DEFERRED = "deferred", _("to be tried again")
        REFUSED = "refused", _("refused by the server")
        DOUBTFUL = "doubtful", _("broken off without an answer")
        LOST = "lost", _("broken off before anything had left")

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveIntegerField()
    started_at = models.DateTimeField(auto_now_add=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default=Outcome.RUNNING)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mail", "number"], name="send_attempt_once")]
