"""A kept report as a document: what it says now, and what an edition of it said."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.briefings.queries.writing.withheld import VISIBLE, without_withheld
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.journal.queries.timeline import visible_entries
from jembatan.negotiation.queries.visible import visible_negotiations
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import from_plain
from jembatan.platform.markings import Marking
from jembatan.reports.models import Part, Report, ReportEdition
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.kept.visible import whoever_reads
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.words import Words

SEEN = VISIBLE | {
    "journal:entry": visible_entries,
    "commitments:promise": visible_commitments,
    "negotiation:negotiation": visible_negotiations,
}


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
        written=words_of(report),
        hidden=report.hidden,
        least=Marking(report.marking),
        whole=whole,
    )


def words_of(report: Report) -> dict[Part, Words]:
    """The parts that say something."""
    address = settings.PUBLIC_URL + reverse("reports:report", args=[report.pk])
    parts = report.parts.select_related("saved_by").exclude(text="")
    return {
        Part(part.name): Words(
            part.text, part.saved_by.full_name if part.saved_by else "", part.saved_at, address
        )
        for part in parts
        if part.text.strip()
    }


def document_of(edition: ReportEdition) -> Document:
    """As it was made, for good; only what has gone behind a restricted dossier since is withheld."""
    document = from_plain(edition.document)
    with translation.override(document.language):
        instead = _("Withheld: what this line came from is not for every reader of this report any more.")
    return without_withheld(document, whoever_reads(edition.report), seen=SEEN, instead=instead)
