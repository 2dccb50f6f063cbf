"""Who came to which duty, and who did not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Duty, Officer, Programme


class Attendance(models.Model):
    """An officer at a duty: when they came and went, and who says so (`*_by` is the leader, `*_user` the coordinator who did it for them)."""

    class How(models.TextChoices):
        CODE = "code", _("by the code of the place")
        LEADER = "leader", _("by the leader")
        DESK = "desk", _("by the coordinators")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+", db_index=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="attendances")
    in_at = models.DateTimeField(_("came"))
    in_how = models.CharField(max_length=6, choices=How, default=How.CODE)
    in_by = models.ForeignKey(Officer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    in_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    out_at = models.DateTimeField(_("left"), null=True, blank=True)
    out_how = models.CharField(max_length=6, choices=How, blank=True)
    out_by = models.ForeignKey(Officer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    out_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

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


class AlarmTimes(models.Model):
    """How many minutes after the beginning of a duty a programme takes an officer who has not checked in for late, and for a no-show.

    `told` are the colleagues who are on duty at the desk: urgent incidents come to them at once (nobody named: to all who coordinate).
    """

    LATE, MISSING, LONGEST = 10, 45, 600

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="alarm_times")
    late_after = models.PositiveSmallIntegerField(_("late after (minutes)"), default=LATE)
    missing_after = models.PositiveSmallIntegerField(_("did not come after (minutes)"), default=MISSING)
    told = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("on duty at the desk"), blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("alarm times")
        constraints = [
            models.CheckConstraint(
                condition=Q(late_after__gte=1, missing_after__gt=F("late_after"), missing_after__lte=600),
                name="alarm_times_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.late_after} · {self.missing_after}"
