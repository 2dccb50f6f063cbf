"""A brief as a document: what would be cleared now, and what was."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy

from jembatan.briefings.models import Brief, BriefClearance
from jembatan.briefings.queries.compose import compose_brief
from jembatan.briefings.queries.request import Written
from jembatan.briefings.queries.writing.visible import whoever_reads
from jembatan.papers.queries.withheld import without_withheld
from jembatan.papers.queries.words import words_of
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import from_plain
from jembatan.platform.markings import Marking

WITHHELD = gettext_lazy("Withheld: what this line came from is not for every reader of this brief any more.")


class AboutNothing(ValueError):
    """The meeting or the organisation was taken back with its import."""


def document_now(brief: Brief, *, by: str) -> Document:
    """What everybody sees who may read the brief, and what has been written. Raises `AboutNothing`."""
    if brief.subject is None:
        raise AboutNothing
    return compose_brief(
        whoever_reads(brief),
        brief.subject,
        language=brief.language,
        site=settings.PUBLIC_URL,
        written=written_of(brief, by=by),
    )


def written_of(brief: Brief, *, by: str) -> Written:
    """What people have written and set."""
    return Written(
        parts=words_of(brief),
        audience=brief.audience,
        marking=Marking(brief.marking),
        address=reverse("briefings:brief", args=[brief.pk]),
        by=by,
    )


def document_of(clearance: BriefClearance) -> Document:
    """As it was asked about, for good; only what has gone behind a restricted dossier since is withheld."""
    document = from_plain(clearance.document)
    return without_withheld(document, whoever_reads(clearance.brief), instead=WITHHELD)
