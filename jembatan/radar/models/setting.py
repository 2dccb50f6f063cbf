"""How many new signals a desk wants to see in a week."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk

WEEKLY, MOST = 10, 200


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class RadarSetting(models.Model):
    """A desk without a row sees ten. `looked_at` is when the whole journal was last looked through."""

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="+")
    weekly = models.PositiveSmallIntegerField(
        _("New signals a week"),
        default=WEEKLY,
        help_text=_("The most serious come first. What does not fit waits for the next week."),
    )

    class Meta:
        verbose_name = _("radar")
        constraints = [
            models.CheckConstraint(
                condition=Q(weekly__gte=1, weekly__lte=MOST), name="radar_weekly_is_bounded"
            )
        ]

    def __str__(self) -> str:
        return str(self.desk)
