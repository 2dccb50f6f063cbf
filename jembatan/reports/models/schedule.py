"""Reports that are made and sent to the team by themselves."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.reports.models.about import AboutSubject, about_one
from jembatan.reports.models.report import Report


@pghistory.track(*remembered())
class ReportSchedule(AboutSubject):
    """After each day, week or month that has ended, at `hour` of the desk's clock; until somebody stops it."""

    class Every(models.TextChoices):
        DAY = "day", _("every day")
        WEEK = "week", _("every week")
        MONTH = "month", _("every month")

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"
        PPTX = "pptx", "PowerPoint"
        HTML = "html", _("in the mail itself")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    every = models.CharField(_("how often"), max_length=5, choices=Every)
    hour = models.PositiveSmallIntegerField(_("hour"), default=7)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    form = models.CharField(_("form"), max_length=4, choices=Form, default=Form.PDF)
    receivers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("who gets it"), related_name="+"
    )
    begun_at = models.DateTimeField(_("begun"), auto_now_add=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)

    class Meta:
        verbose_name = _("schedule of reports")
        constraints = [
            about_one("report_schedule_about_one"),
            models.CheckConstraint(
                condition=Q(every__in=["day", "week", "month"]), name="report_schedule_known"
            ),
            models.CheckConstraint(condition=Q(hour__lt=24), name="report_schedule_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.subject or self.desk}: {self.get_every_display()}"


class ReportRun(models.Model):
    """A schedule has made the report of the period that begins on `first`: once, whoever runs it how often.

    `mailed_at` is empty while the report waits for its clearance.
    """

    schedule = models.ForeignKey(ReportSchedule, on_delete=models.CASCADE, related_name="runs")
    first = models.DateField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="runs")
    ran_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    trouble = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["schedule", "first"], name="report_run_once")]

    def __str__(self) -> str:
        return f"{self.schedule} {self.first}"
