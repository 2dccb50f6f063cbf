"""A brief as a document: what would be cleared now, and what was."""

from django.conf import settings
from django.urls import reverse

from jembatan.briefings.models import Brief, BriefClearance, Part
from jembatan.briefings.queries.compose import compose_brief
from jembatan.briefings.queries.request import Words, Written
from jembatan.briefings.queries.writing.visible import whoever_reads
from jembatan.briefings.queries.writing.withheld import without_withheld
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import from_plain
from jembatan.platform.markings import Marking


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


def words_of(brief: Brief) -> dict[Part, Words]:
    """The parts that say something."""
    parts = brief.parts.select_related("saved_by").exclude(text="")
    return {
        Part(part.name): Words(part.text, part.saved_by.full_name if part.saved_by else "", part.saved_at)
        for part in parts
        if part.text.strip()
    }


def document_of(clearance: BriefClearance) -> Document:
    """As it was asked about, for good; only what has gone behind a restricted dossier since is withheld."""
    return without_withheld(from_plain(clearance.document), whoever_reads(clearance.brief))
