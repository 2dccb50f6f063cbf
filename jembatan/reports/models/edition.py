"""An edition of a report: the whole document as it stood, for good, and whether somebody has cleared it."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.dossiers.models.dossier import remembered
from jembatan.papers.models import Question, clears_what_stands, decided_once, kept_once_cleared
from jembatan.reports.models.report import Report

CLEARS_WHAT_STANDS = clears_what_stands("report", "reports_report", "this is not the report as it stands")


@pghistory.track(*remembered(), exclude=["fingerprint", "words", "document"])
class ReportEdition(Question):
    """One that needs no clearance is `KEPT` at once."""

    class State(models.TextChoices):
        KEPT = "kept", _("kept")
        ASKED = "asked", _("waits for clearance")
        CLEARED = "cleared", _("cleared")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    report = models.ForeignKey(
        Report, verbose_name=_("report"), on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.KEPT)
    as_of = models.DateTimeField(_("as it was known"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("edition of a report")
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_edition_once"),
            *decided_once("report_edition", "report", besides=("kept",)),
        ]
        triggers = [
            CLEARS_WHAT_STANDS,
            pgtrigger.ReadOnly(
                name="report_edition_stays",
                fields=["report", "number", "fingerprint", "words", "document", "marking", "as_of"],
            ),
            pgtrigger.Protect(
                name="report_edition_stays_decided",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state IN ('cleared', 'returned', 'withdrawn') AND OLD.state IS DISTINCT FROM NEW.state"
                ),
            ),
            kept_once_cleared("report_edition"),
        ]
        indexes = [
            models.Index(
                fields=["desk", "made_at"], name="report_edition_waiting", condition=Q(state="asked")
            )
        ]

    def __str__(self) -> str:
        return f"{self.report} ({self.number})"

    @property
    def paper(self) -> Report:
        """Its report."""
        return self.report
