"""Reports that are kept, with the words that officers add to them, and names for dossiers that are reported on together."""

from jembatan.reports.models.edition import ReportEdition
from jembatan.reports.models.part import Part, ReportPart, ReportPartVersion
from jembatan.reports.models.portfolio import Portfolio
from jembatan.reports.models.report import Report
from jembatan.reports.models.schedule import ReportRun, ReportSchedule
from jembatan.reports.models.template import ReportTemplate

__all__ = [
    "Part",
    "Portfolio",
    "Report",
    "ReportEdition",
    "ReportPart",
    "ReportPartVersion",
    "ReportRun",
    "ReportSchedule",
    "ReportTemplate",
]
