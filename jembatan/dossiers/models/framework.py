"""Plans to start from that a desk has made its own."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk


class Framework(models.Model):
    """A kind of collaboration. One that is retired is offered no more; plans that began with it stay as they are."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "desk", Lower("name"), name="framework_once", condition=Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(name=""), name="framework_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FrameworkStep(models.Model):
    """`begins` and `ends` are days from the first day of the plan; `after` is the position of an earlier step."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    begins = models.PositiveSmallIntegerField(null=True, blank=True)
    ends = models.PositiveSmallIntegerField(null=True, blank=True)
    ours = models.BooleanField(default=True)
    theirs = models.BooleanField(default=False)
    after = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "position"], name="framework_step_once")]

    def __str__(self) -> str:
        return self.title


class FrameworkObjective(models.Model):
    """What such a plan is to reach, and what that is measured by."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    measure = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["framework", "position"], name="framework_objective_once")
        ]

    def __str__(self) -> str:
        return self.text
