"""A portfolio: dossiers that are reported on together."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.models.dossier import remembered


@pghistory.track(*remembered())
class Portfolio(models.Model):
    """A name for a list of dossiers. Its name is read by the whole desk; of its dossiers everyone sees what they see anyway."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(_("name"), max_length=200)
    dossiers = models.ManyToManyField(Dossier, verbose_name=_("dossiers"), related_name="+")

    class Meta:
        verbose_name = _("portfolio")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="portfolio_has_name"),
            models.UniqueConstraint(fields=["desk", "name"], name="portfolio_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
