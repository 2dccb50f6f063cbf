"""One import, from its plan to its accounts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """A stored plan and what came of it. The accounts always balance (the database checks it).

    `preview` is what the last dry run found (the same keys as the accounts, problems and a sample of items); changing
    the plan empties it. `problems` are [[source, reason], …] of the run, at most 1,000; `problem_count` counts all.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        TRYING = "trying", _("trying")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        ROLLED_BACK = "rolled_back", _("rolled back")

    desk = models.ForeignKey(settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=300)
    plan = models.JSONField(default=dict)
    preview = models.JSONField(null=True, blank=True)
    state = models.CharField(max_length=11, choices=State, default=State.PLANNED)
    is_demo = models.BooleanField(default=False)
    arriving = models.BooleanField(
        default=False, help_text="fed by a server throughout a day, not run by a person"
    )
    read = models.PositiveIntegerField(default=0)
    filed = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    quarantined = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    rolled_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(
                condition=Q(read=F("filed") + F("updated") + F("duplicates") + F("quarantined")),
                name="batch_accounts_balance",
            ),
        ]
        indexes = [models.Index(F("desk"), F("created_at").desc(), name="batch_recent")]

    def __str__(self) -> str:
        return self.label

    @property
    def is_busy(self) -> bool:
        """A dry run or the import itself is waiting for a worker or under way."""
        return self.state in {self.State.TRYING, self.State.RUNNING}

    @property
    def is_open(self) -> bool:
        """The plan may still be changed and run."""
        return self.state in {self.State.PLANNED, self.State.FAILED}
