"""What officers write into a report, section by section: it stands when the figures are read anew."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.reports.models.report import Report


class Part(models.TextChoices):
    """In the order in which they are printed; each stands above the lines of its section."""

    SUMMARY = "summary", _("In a few words")
    CAME = "came", _("What came of it")
    OWED = "owed", _("What is owed")
    RISK = "risk", _("What is at risk")
    NEXT = "next", _("Next steps")
    DONE = "done", _("What was done")


class ReportPart(models.Model):
    """What a part says now; "" where it was emptied. `version` counts savings, `editor` is the open page that saved last."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="parts")
    name = models.CharField(max_length=7, choices=Part)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    editor = models.CharField(max_length=32, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "name"], name="report_part_once"),
            models.CheckConstraint(condition=Q(name__in=Part.values), name="report_part_known"),
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.get_name_display()}"


class ReportPartVersion(models.Model):
    """A wording that another has replaced; one sitting of one writer leaves one. The database refuses to change or delete it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(max_length=7, choices=Part)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "name", "version"], name="report_part_version_once")
        ]
        triggers = [
            pgtrigger.ReadOnly(name="report_part_version_stays", exclude=["saved_by"]),
            pgtrigger.Protect(name="report_part_version_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.get_name_display()} {self.version}"
