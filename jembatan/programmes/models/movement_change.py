"""What a movement was before it changed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models.movement import Movement


class MovementChange(models.Model):
    """Fields by name as they were and as they became, moments in ISO 8601; written once and never changed."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="changes", db_index=False)
    before = models.JSONField()
    after = models.JSONField()
    changed_at = models.DateTimeField(_("changed"), auto_now_add=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("change of a movement")
        indexes = [models.Index(fields=["movement", "-changed_at"], name="movement_change_latest")]
        triggers = [
            pgtrigger.ReadOnly(
                name="movement_change_stays", fields=["movement", "before", "after", "changed_at", "by_name"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.movement} {self.changed_at:%Y-%m-%d %H:%M}"
