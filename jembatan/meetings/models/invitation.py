"""What came by mail about a meeting: the mail itself, and what a person has to decide."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting


class InvitationMail(models.Model):
    """A filed mail (by its id in the correspondence) that brought a meeting, or something about it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="mails")
    message_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message_id", "meeting"], name="invitation_mail_once"),
        ]


class InvitationQuestion(models.Model):
    """Another time that a guest proposes (`counter`), or an answer that does not count by itself (`doubt`, and its trouble).

    It changes nothing until a person decides. `digest` is of what was asked, so that a mail that comes again asks nothing again.
    """

    class Kind(models.TextChoices):
        COUNTER = "counter", _("another time")
        DOUBT = "doubt", _("doubtful answer")

    class Outcome(models.TextChoices):
        OPEN = "", _("open")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(max_length=7, choices=Kind)
    trouble = models.CharField(max_length=30, blank=True)
    about = models.TextField(blank=True)
    name = models.TextField(blank=True)
    email = models.CharField(max_length=320)
    status = models.CharField(max_length=9, choices=Attendance.Status, default=Attendance.Status.UNKNOWN)
    comment = models.TextField(blank=True)
    clock = models.CharField(max_length=8, choices=Meeting.Clock, default=Meeting.Clock.ZONED)
    zone = models.CharField(max_length=64, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64)
    asked_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default=Outcome.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "digest"], name="invitation_question_once"),
            models.CheckConstraint(
                condition=Q(kind="doubt") | Q(starts_at__isnull=False, ends_at__isnull=False),
                name="counter_names_a_time",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at__isnull=True)
                | (~Q(outcome="") & Q(settled_at__isnull=False)),
                name="invitation_question_settled_once",
            ),
        ]
        indexes = [
            models.Index(fields=["meeting"], name="invitation_question_open", condition=Q(outcome="")),
        ]

    def __str__(self) -> str:
        return f"{self.email} {self.kind}"
