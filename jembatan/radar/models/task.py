"""A signal that somebody has taken on."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.radar.models.signal import Signal


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class SignalTask(models.Model):
    """What a colleague does about it by a day. It is seen by whoever sees the signal."""

    signal = models.OneToOneField(
        Signal, verbose_name=_("signal"), on_delete=models.CASCADE, related_name="task"
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("colleague"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    what = models.CharField(_("task"), max_length=500)
    due = models.DateField(_("due"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("task")
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="signal_task_says_what")]
        indexes = [
            models.Index(fields=["member", "due"], name="signal_task_open", condition=Q(done_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.what
