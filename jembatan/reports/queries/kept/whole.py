"""A kept report as a document: what it says now, and what an edition of it said."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from jembatan.papers.queries.withheld import without_withheld
from jembatan.papers.queries.words import words_of
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import as_plain, from_plain
from jembatan.platform.markings import Marking
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.content import Content, content_of
from jembatan.reports.queries.kept.visible import whoever_reads
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

WITHHELD = gettext_lazy("Withheld: what this line came from is not for every reader of this report any more.")


def scope_of(report: Report) -> Scope:
    """What it reads of the journal."""
    return Scope(Period(report.first, report.last), report.subject, report.as_of)


def content_now(report: Report, *, without: Collection[int] = ()) -> Content:
    """What everybody sees who may read the report, in its language. A report about nothing any more (`is_orphan`) has none."""
    with translation.override(report.language), timezone.override(ZoneInfo(report.desk.time_zone)):
        return content_of(whoever_reads(report), scope_of(report), without=without)


def document_now(report: Report, *, by: str, whole: bool = False, content: Content | None = None) -> Document:
    """That, and what has been written; `whole` with every line, else as paper holds it. `content` is what was read before."""
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
        content=content,
    )


def kept_now(report: Report, *, by: str) -> tuple[Document, dict[str, Any]]:
    """Every line, and what an edition keeps for good: that, and where paper holds less of it, what `paper` holds, at the same marking."""
    content = content_now(report, without=report.left_out)
    whole = document_now(report, by=by, whole=True, content=content)
    paper = document_now(report, by=by, content=content)
    kept = as_plain(whole)
    if paper.sections != whole.sections:
        kept["paper"] = as_plain(replace(paper, least_marking=whole.marking))
    return whole, kept


def document_of(edition: ReportEdition) -> Document:
    """As paper holds it, as it was made, for good; only what has gone behind a restricted dossier since is withheld."""
    return _shown(edition, edition.document.get("paper", edition.document))


def whole_of(edition: ReportEdition) -> Document:
    """The same with every line."""
    return _shown(edition, edition.document)


def is_longer_than_paper(edition: ReportEdition) -> bool:
    """Some of its lines stand on no paper."""
    return "paper" in edition.document


def _shown(edition: ReportEdition, kept: dict[str, Any]) -> Document:
    return without_withheld(from_plain(kept), whoever_reads(edition.report), instead=WITHHELD)
