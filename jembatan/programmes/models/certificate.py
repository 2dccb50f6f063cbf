"""What an officer can show: a licence, first aid, a test of a language."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.officer import Officer


@pghistory.track(*remembered())
class OfficerCertificate(models.Model):
    """`expires` is the last day on which it holds; without one it does not end. `checked_by` has seen it, where somebody has."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.CASCADE, related_name="certificates"
    )
    name = models.CharField(_("certificate"), max_length=200)
    expires = models.DateField(_("valid until"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)

    class Meta:
        verbose_name = _("certificate of an officer")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="officer_certificate_has_name"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | Q(checked_at__isnull=False),
                name="officer_certificate_checked_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name
