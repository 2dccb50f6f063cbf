"""A run of the solver for a roster."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster


class Solving(models.Model):
    """Handed to a worker. It may be stopped, and whoever is killed begins again with `best`: the assignments found so far, as [duty, officer] by record number.

    `progress` is what the page shows: phase, uncovered, officer_days and pairs. `keep`: what is published stays as it is.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a worker")
        RUNNING = "running", _("looking for a roster")
        DONE = "done", _("finished")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="solvings", db_index=False)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.WAITING)
    asked_seconds = models.PositiveIntegerField(_("seconds"), default=60)
    keep = models.BooleanField(default=True)
    stop_asked = models.BooleanField(default=False)
    progress = models.JSONField(default=dict)
    best = models.JSONField(default=list)
    spent = models.FloatField(default=0)
    error = models.TextField(blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("run of the solver")
        constraints = [
            models.UniqueConstraint(
                fields=["roster"],
                condition=Q(state__in=["waiting", "running"]),
                name="roster_solved_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(asked_seconds__range=(1, 3600)), name="solving_within_an_hour"
            ),
        ]
        indexes = [models.Index(fields=["roster", "-asked_at"], name="solvings_of_roster")]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def is_busy(self) -> bool:
        """It waits or is under way."""
        return self.state in {self.State.WAITING, self.State.RUNNING}
