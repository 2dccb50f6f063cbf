"""What officers write into a report, section by section: it stands when the figures are read anew."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.papers.models import PartVersion, WrittenPart, stays_for_good
from jembatan.reports.models.report import Report


class Part(models.TextChoices):
    """In the order in which they are printed; each stands above the lines of its section."""

    SUMMARY = "summary", _("In a few words")
    CAME = "came", _("What came of it")
    OWED = "owed", _("What is owed")
    RISK = "risk", _("What is at risk")
    NEXT = "next", _("Next steps")
    DONE = "done", _("What was done")


class ReportPart(WrittenPart):
    """Words above the lines of a section."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="parts")
    name = models.CharField(max_length=7, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "name"], name="report_part_once"),
            models.CheckConstraint(condition=Q(name__in=Part.values), name="report_part_known"),
        ]

    @property
    def paper(self) -> Report:
        """Its report."""
        return self.report


class ReportPartVersion(PartVersion):
    """What stood in it before."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(max_length=7, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "name", "version"], name="report_part_version_once")
        ]
        triggers = stays_for_good("report_part_version", "report")

    @property
    def paper(self) -> Report:
        """Its report."""
        return self.report
