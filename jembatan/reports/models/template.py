"""What the desk begins its reports with."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.reports.models.part import Part


@pghistory.track(*remembered(), exclude=["words"])
class ReportTemplate(models.Model):
    """`words` are the standing words of each part by its name, `hidden` the parts whose sections are not printed."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(_("name"), max_length=100)
    words: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    hidden = ArrayField(
        models.CharField(max_length=7, choices=Part), verbose_name=_("left out"), default=list, blank=True
    )

    class Meta:
        verbose_name = _("template of reports")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="report_template_has_name"),
            models.UniqueConstraint(fields=["desk", "name"], name="report_template_once"),
        ]

    def __str__(self) -> str:
        return self.name
