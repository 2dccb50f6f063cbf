"""Who gets a brief, and which cleared wording of it each has read."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.briefings.models.brief import Brief
from jembatan.briefings.models.clearance import BriefClearance
from jembatan.dossiers.models.dossier import remembered


@pghistory.track(*remembered())
class BriefReader(models.Model):
    """A member of the desk on the list of a brief. `read` is what they have said that they have read."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    brief = models.ForeignKey(
        Brief, verbose_name=_("brief"), on_delete=models.CASCADE, related_name="readers"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("colleague"), on_delete=models.CASCADE, related_name="+"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("put on the list by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    added_at = models.DateTimeField(_("on the list since"), auto_now_add=True)
    read = models.ForeignKey(
        BriefClearance,
        verbose_name=_("wording that was read"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("reader of a brief")
        constraints = [
            models.UniqueConstraint(fields=["brief", "user"], name="brief_reader_once"),
            models.CheckConstraint(
                condition=Q(read__isnull=True, read_at__isnull=True)
                | Q(read__isnull=False, read_at__isnull=False),
                name="brief_reader_read_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.brief} · {self.user}"
