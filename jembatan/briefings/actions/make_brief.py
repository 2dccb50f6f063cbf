"""Making a brief as a file. Everyone who may see the record may brief from it; the journal says that it was made."""

from dataclasses import dataclass
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.compose import compose_brief
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import Line, record
from jembatan.meetings.models import Meeting
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.documents.word import write_docx

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
    is_meeting = isinstance(subject, Meeting)
    line = Line(
        kind="brief.made",
        summary=_("Brief made: %(subject)s") % {"subject": subject},
        parties=() if isinstance(subject, Meeting) else (subject,),
        dossier=subject.dossier if isinstance(subject, Meeting) else None,
        marking=document.marking,
        source=("meeting" if is_meeting else "organisation", subject.pk),
    )
    record(actor, line)
    return MadeBrief(content, file_name(document.title, form), document)
