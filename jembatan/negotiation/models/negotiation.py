"""A negotiation."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking


@pghistory.track(*remembered())
class Negotiation(models.Model):
    """It stands in a dossier for good, and is seen by whoever sees that one: unless somebody chose otherwise, a restricted one of its own."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.PROTECT, related_name="negotiations"
    )
    title = models.CharField(_("title"), max_length=200)
    marking = models.CharField(
        _("marking"),
        max_length=16,
        choices=[(m.value, m.value) for m in Marking],
        default=Marking.AMBER_STRICT,
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    settle_by = models.DateField(_("to be settled by"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("negotiation")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="negotiation_has_title"),
            models.UniqueConstraint(fields=["dossier", "title"], name="negotiation_title_once"),
        ]
        triggers = [pgtrigger.ReadOnly(name="negotiation_stays_in_its_dossier", fields=["dossier", "desk"])]

    def __str__(self) -> str:
        return self.title
