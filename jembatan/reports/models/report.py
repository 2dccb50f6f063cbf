"""A report that is kept: a period and a subject, with the words that officers have added."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.papers.models import Paper
from jembatan.reports.models.about import AboutSubject, about_one


@pghistory.track(*remembered(), exclude=["fingerprint", "left_out"])
class Report(AboutSubject, Paper):
    """Its figures and lines are read from the journal as that stood at `as_of`; regenerating it moves that moment on.

    `left_out` are lines, by the number of their first entry, that somebody has unticked, `hidden` the parts
    whose sections are not printed.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    as_of = models.DateTimeField(_("as it was known"))
    left_out = ArrayField(models.BigIntegerField(), default=list, blank=True)
    hidden = ArrayField(
        models.CharField(max_length=7), verbose_name=_("left out"), default=list, db_default=[], blank=True
    )

    class Meta:
        verbose_name = _("report")
        constraints = [
            about_one("report_about_one"),
            models.CheckConstraint(condition=~Q(title=""), name="report_has_title"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="report_runs_forward"),
        ]
        indexes = [models.Index(fields=["desk", "-last", "-id"], name="report_recent")]
        triggers = [
            pgtrigger.ReadOnly(name="report_period_stays", fields=["desk", "subject_kind", "first", "last"])
        ]

    @property
    def set_beside(self) -> dict[str, object]:
        """Also what is left out, and the moment as of which the journal is read."""
        return super().set_beside | {
            "left_out": sorted(self.left_out),
            "hidden": sorted(self.hidden),
            "as_of": self.as_of.isoformat(),
        }
