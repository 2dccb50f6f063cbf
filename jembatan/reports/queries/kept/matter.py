"""Kept reports as something that letters are about."""

from django.urls import reverse

from jembatan.correspondence.queries.matters import About, Matter
from jembatan.platform.markings import highest
from jembatan.reports.models import Report
from jembatan.reports.queries.kept.standing import standing_of
from jembatan.reports.queries.kept.visible import visible_reports


def _about(report: Report) -> About:
    given = standing_of(report).given
    marking = highest([report.marking, *([given.marking] if given else [])])
    return About(title=report.title, marking=marking, dossier=report.dossier, source=None)


REPORT = Matter(
    "report", Report.objects.all(), visible_reports, lambda pk: reverse("reports:report", args=[pk]), _about
)
