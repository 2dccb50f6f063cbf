"""Making a brief as a file. Everyone who may see the record may brief from it; the journal says that it was made."""

from dataclasses import dataclass
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.told import MADE, tell
from jembatan.briefings.models import Brief, BriefClearance
from jembatan.briefings.queries.compose import compose_brief
from jembatan.briefings.queries.podium.script import large_print
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.queries.writing.whole import document_of
from jembatan.correspondence.actions.refusals import Refused
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Meeting
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.office import write_docx
from jembatan.platform.documents.pdf import write_large_pdf, write_pdf

type Form = Literal["pdf", "docx"]
WRITERS = {"pdf": write_pdf, "docx": write_docx}


@dataclass(frozen=True, slots=True)
class MadeBrief:
    """The file's bytes and name, and the document that it shows."""

    content: bytes
    name: str
    document: Document


@transaction.atomic
def make_brief(
    actor: Actor, subject: Organisation | Meeting, *, form: Form, language: str, site: str
) -> MadeBrief:
    """Compose and write the brief, and record it. Raises `KeyError` for a form that is not known."""
    writer = WRITERS[form]
    document = compose_brief(actor, subject, language=language, site=site)
    content = writer(document)
    tell(actor, MADE, subject, _("Brief made: %(subject)s") % {"subject": subject}, marking=document.marking)
    return MadeBrief(content, file_name(document.title, form), document)


@transaction.atomic
def make_cleared(actor: Actor, brief: Brief, *, form: Form) -> MadeBrief:
    """Exactly what was cleared, and record that it was made. Raises `Refused` where nothing is, or it is over; `KeyError`."""
    writer = WRITERS[form]
    document = document_of(_cleared(actor, brief))
    _tell_made(actor, brief, document)
    return MadeBrief(writer(document), file_name(document.title, form), document)


@transaction.atomic
def make_large_print(actor: Actor, brief: Brief) -> MadeBrief:
    """What is spoken, cleared, in 16 pt for the hand. Raises `Refused`."""
    document = large_print(_cleared(actor, brief))
    if not document.sections:
        raise Refused(_("Neither a speech nor points are written in this brief."))
    _tell_made(actor, brief, document)
    return MadeBrief(write_large_pdf(document), file_name(document.title, "pdf"), document)


def _cleared(actor: Actor, brief: Brief) -> BriefClearance:
    standing = standing_of(visible_briefs(actor).get(pk=brief.pk))
    if standing.cleared is None:
        raise Refused(_("This brief is not cleared yet."))
    if not standing.holds:
        raise Refused(_("This brief is over. Say until when it holds, and have it cleared again."))
    return BriefClearance.objects.get(pk=standing.cleared.pk)


def _tell_made(actor: Actor, brief: Brief, document: Document) -> None:
    told = _("Brief made: %(subject)s") % {"subject": brief}
    tell(actor, MADE, brief.subject, told, marking=document.marking)
