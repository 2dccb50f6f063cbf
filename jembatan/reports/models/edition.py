"""An edition of a report: the whole document as it stood, for good, and whether somebody has cleared it."""

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking
from jembatan.reports.models.report import Report

CLEARS_WHAT_STANDS = pgtrigger.Trigger(
    name="report_clears_what_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__state="cleared"),
    func="""
        IF TG_OP = 'UPDATE' AND OLD.state = 'cleared' THEN
            RETURN NEW;
        END IF;
        IF NOT EXISTS (
            SELECT FROM reports_report report WHERE report.id = NEW.report_id AND report.fingerprint = NEW.fingerprint
        ) THEN
            RAISE EXCEPTION 'this is not the report as it stands' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track(*remembered(), exclude=["fingerprint", "words", "document"])
class ReportEdition(models.Model):
    """`document` is plain data (`platform/documents/plain.py`), `words` the written parts by name, `marking` the document's."""

    class State(models.TextChoices):
        KEPT = "kept", _("kept")
        ASKED = "asked", _("waits for clearance")
        CLEARED = "cleared", _("cleared")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(
        Report, verbose_name=_("report"), on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.KEPT)
    fingerprint = models.CharField(max_length=64)
    words: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    document: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    marking = models.CharField(_("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking])
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
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("edition of a report")
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_edition_once"),
            models.UniqueConstraint(
                fields=["report"], name="report_edition_asked_once", condition=Q(state="asked")
            ),
            models.CheckConstraint(
                condition=Q(state__in=["kept", "asked", "cleared", "returned", "withdrawn"]),
                name="report_edition_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["kept", "asked", "withdrawn"]) | Q(decided_at__isnull=False),
                name="report_edition_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(comment=""), name="report_edition_returned_with_comment"
            ),
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
            pgtrigger.Protect(
                name="report_edition_is_kept",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="cleared"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["desk", "made_at"], name="report_edition_waiting", condition=Q(state="asked")
            )
        ]

    def __str__(self) -> str:
        return f"{self.report} ({self.number})"
