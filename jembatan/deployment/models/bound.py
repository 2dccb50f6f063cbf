"""Below what no roster of a programme can come."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster


class Bound(models.Model):
    """Reckoned by a worker beside a roster, of what the programme asked for at that moment, which `instance` names by a digest.

    `least` has the keys uncovered, officer_days, pairs and officers. Of `days` with duties, `done` are reckoned and `exact` of those exactly.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a worker")
        RUNNING = "running", _("reckoning what no roster can be below")
        DONE = "done", _("finished")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.OneToOneField(Roster, on_delete=models.CASCADE, related_name="bound")
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.WAITING)
    stop_asked = models.BooleanField(default=False)
    least = models.JSONField(default=dict)
    days = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    exact = models.PositiveIntegerField(default=0)
    instance = models.CharField(max_length=64, blank=True)
    error = models.TextField(blank=True)
    asked_at = models.DateTimeField(auto_now=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bound of rosters")

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def is_busy(self) -> bool:
        """It waits or is under way."""
        return self.state in {self.State.WAITING, self.State.RUNNING}
