"""Reminders of answers that are due, and who is told when they do not come."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.matter import AboutRecord
from jembatan.correspondence.models.outgoing_mail import OutgoingMail
from jembatan.correspondence.models.thread import Thread

MOST_HOURS = 200


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class ReminderRules(models.Model):
    """In working hours of the desk before and after an answer is due; None: that step is left out."""

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="reminder_rules")
    before_hours = models.PositiveSmallIntegerField(
        _("Remind the owner so many working hours before"), null=True, blank=True, default=4
    )
    deputy_hours = models.PositiveSmallIntegerField(
        _("Tell the deputy so many working hours after"), null=True, blank=True, default=8
    )
    head_hours = models.PositiveSmallIntegerField(
        _("Tell the head so many working hours after"), null=True, blank=True, default=16
    )

    class Meta:
        verbose_name = _("rules of reminders")
        constraints = [
            models.CheckConstraint(
                condition=(Q(before_hours__isnull=True) | Q(before_hours__lte=MOST_HOURS))
                & (Q(deputy_hours__isnull=True) | Q(deputy_hours__lte=MOST_HOURS))
                & (Q(head_hours__isnull=True) | Q(head_hours__lte=MOST_HOURS)),
                name="reminder_hours_are_few",
            ),
        ]

    def __str__(self) -> str:
        return str(self.desk)


class ReminderByMail(models.Model):
    """A member wants to be reminded by mail, too."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "desk"], name="reminder_by_mail_once")]


class Reminder(AboutRecord):
    """One member was told once that an answer is due at `due_at`, ours or (of the steps "soon" and "theirs") theirs; or that a record of a room
    above is (a promise). Another due moment is another reminder.
    """

    class Step(models.TextChoices):
        BEFORE = "before", _("due soon")
        DUE = "due", _("due now")
        DEPUTY = "deputy", _("overdue: for the deputy")
        HEAD = "head", _("overdue: for the head")
        SOON = "soon", _("they have to say back soon what they understood")
        THEIRS = "theirs", _("they have not said back what they understood")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, null=True, related_name="reminders", db_index=False
    )
    step = models.CharField(max_length=6, choices=Step)
    due_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    made_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    mail = models.OneToOneField(OutgoingMail, on_delete=models.SET_NULL, null=True, related_name="reminds")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "due_at", "step", "user"], name="reminder_once"),
            models.CheckConstraint(
                condition=Q(step__in=["before", "due", "deputy", "head", "soon", "theirs"]),
                name="reminder_step_known",
            ),
            models.UniqueConstraint(
                fields=["matter_kind", "matter_id", "due_at", "step", "user"],
                name="reminder_of_matter_once",
                condition=~Q(matter_kind=""),
            ),
            models.CheckConstraint(
                condition=Q(matter_kind="", matter_id__isnull=True, thread__isnull=False)
                | ~Q(matter_kind="") & Q(matter_id__isnull=False, thread__isnull=True),
                name="reminder_of_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "desk"], name="reminder_unseen", condition=Q(seen_at__isnull=True)),
        ]
