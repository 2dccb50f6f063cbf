"""Who came to which duty, and who did not."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Duty, Officer


class Attendance(models.Model):
    """An officer at a duty: when they came and went, and who says so (`*_by` is the leader who did it for them)."""

    class How(models.TextChoices):
        CODE = "code", _("by the code of the place")
        LEADER = "leader", _("by the leader")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+", db_index=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="attendances")
    in_at = models.DateTimeField(_("came"))
    in_how = models.CharField(max_length=6, choices=How, default=How.CODE)
    in_by = models.ForeignKey(Officer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    out_at = models.DateTimeField(_("left"), null=True, blank=True)
    out_how = models.CharField(max_length=6, choices=How, blank=True)
    out_by = models.ForeignKey(Officer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("attendance")
        constraints = [
            models.UniqueConstraint(fields=["officer", "duty"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(out_at__isnull=True) | Q(out_at__gte=F("in_at")), name="attendance_leaves_after"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} · {self.duty}"


class Lateness(models.Model):
    """Somebody had not checked in some minutes after a duty began; `missing_at` when that became a no-show. Over once they check in."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+", db_index=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="latenesses")
    noticed_at = models.DateTimeField(auto_now_add=True)
    missing_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("lateness")
        constraints = [models.UniqueConstraint(fields=["officer", "duty"], name="lateness_once")]

    def __str__(self) -> str:
        return f"{self.officer} · {self.duty}"
