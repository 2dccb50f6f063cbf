"""Which of our officers answers for which organisation."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.organisation import Organisation
from jembatan.directory.models.tracking import tracked


@tracked()
class Counterpart(models.Model):
    """Our lead and deputy for an organisation; they are two people."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    organisation = models.OneToOneField(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="counterpart"
    )
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("lead"), on_delete=models.PROTECT, related_name="+"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deputy"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("counterpart")
        constraints = [
            models.CheckConstraint(
                condition=Q(deputy__isnull=True) | ~Q(deputy=F("lead")), name="counterpart_deputy_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead} · {self.organisation}"
