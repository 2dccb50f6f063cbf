"""A run of the templates of duties: what it would do, what it did, and that it was taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models.programme import Programme


class DutyRun(models.Model):
    """A plan that is kept: it is looked at, done as it stands, and taken back.

    `plan` holds `made` (fields of new duties), `changed` and `cancelled` (`id`, `version`, fields `before` and `after`) and `kept`
    (ids of duties that the templates would change, but people have). Once done, `made` carries ids.
    """

    class State(models.TextChoices):
        TRIED = "tried", _("tried")
        DONE = "done", _("done")
        UNDONE = "undone", _("taken back")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="duty_runs")
    plan = models.JSONField()
    state = models.CharField(max_length=6, choices=State, default=State.TRIED)
    made = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    cancelled = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("run of the templates")

    def __str__(self) -> str:
        return f"{self.programme} {self.tried_at:%Y-%m-%d %H:%M}"
