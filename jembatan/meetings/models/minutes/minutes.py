"""The minutes of a meeting: one of each that takes place."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.meetings.models.meeting import Meeting
from jembatan.meetings.models.minutes.closing import agreed_for_good

REMEMBERED = ("state", "finished_at")


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*REMEMBERED)),
    fields=["id", "desk", "meeting", *REMEMBERED],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="MinutesEvent",
)
class Minutes(models.Model):
    """Of a single meeting, or of the occurrence of a series that `recurrence_id` names, as it was placed when they were begun.

    Their text stands in their sections, and changes only in the state `writing`: the database refuses it in any other. `number` is that of the
    last update; whoever adds one locks this row, so that numbers are given in the order in which they are committed. `finished_at`
    says that the writers are done; it closes nothing, since what somebody wrote without a connection may still come.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("being written")
        CIRCULATED = "circulated", _("circulated")
        AGREED = "agreed", _("agreed")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("meeting"), on_delete=models.RESTRICT, related_name="minutes"
    )
    recurrence_id = models.CharField(max_length=64, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WRITING)
    number = models.PositiveBigIntegerField(default=0)
    begun_at = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("minutes of a meeting")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "recurrence_id"], name="minutes_once"),
            models.CheckConstraint(
                condition=Q(state__in=["writing", "circulated", "agreed"]), name="minutes_state_known"
            ),
        ]
        triggers = [agreed_for_good()]

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def is_open(self) -> bool:
        """Its text may change."""
        return self.state == self.State.WRITING
