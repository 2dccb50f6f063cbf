"""A report that is kept: a period and a subject, with the words that officers have added."""

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking
from jembatan.reports.models.about import AboutSubject, about_one


@pghistory.track(*remembered(), exclude=["fingerprint", "left_out"])
class Report(AboutSubject):
    """Its figures and lines are read from the journal as that stood at `as_of`; regenerating it moves that moment on.

    `left_out` are lines, by the number of their first entry, that somebody has unticked, `hidden` the parts
    whose sections are not printed. `marking` is the least that it bears;
    `fingerprint` is of all that people have written and set, and of `as_of` (`queries/kept/fingerprint.py`).
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    title = models.CharField(_("title"), max_length=300)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    as_of = models.DateTimeField(_("as it was known"))
    left_out = ArrayField(models.BigIntegerField(), default=list, blank=True)
    hidden = ArrayField(
        models.CharField(max_length=7), verbose_name=_("left out"), default=list, db_default=[], blank=True
    )
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    discarded_at = models.DateTimeField(_("discarded"), null=True, blank=True)

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

    def __str__(self) -> str:
        return self.title
