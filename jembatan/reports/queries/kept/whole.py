"""A kept report as a document: what it says now, and what an edition of it said."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy

from jembatan.papers.queries.withheld import without_withheld
from jembatan.papers.queries.words import words_of
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import from_plain
from jembatan.platform.markings import Marking
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.kept.visible import whoever_reads
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

WITHHELD = gettext_lazy("Withheld: what this line came from is not for every reader of this report any more.")


def scope_of(report: Report) -> Scope:
    """What it reads of the journal."""
    return Scope(Period(report.first, report.last), report.subject, report.as_of)


def document_now(report: Report, *, by: str, whole: bool = False) -> Document:
    """What everybody sees who may read the report, and what has been written. A report about nothing any more (`is_orphan`) is not composed."""
    return compose_report(
        whoever_reads(report, name=by),
        scope_of(report),
        language=report.language,
        site=settings.PUBLIC_URL,
        without=report.left_out,
        written=words_of(report, address=settings.PUBLIC_URL + reverse("reports:report", args=[report.pk])),
        hidden=report.hidden,
        least=Marking(report.marking),
        whole=whole,
    )


def document_of(edition: ReportEdition) -> Document:
    """As it was made, for good; only what has gone behind a restricted dossier since is withheld."""
    document = from_plain(edition.document)
    return without_withheld(document, whoever_reads(edition.report), instead=WITHHELD)
