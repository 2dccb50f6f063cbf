"""Making a report as a file. Everyone of the desk may; it holds what its maker may see, and the journal says so."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.office import write_docx, write_pptx, write_xlsx
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.documents.plain import as_plain
from jembatan.reports.queries.compose import compose_report
from jembatan.reports.queries.scope import Scope

MADE = "report.made"

type Form = Literal["pdf", "docx", "xlsx", "pptx", "json"]


def _xlsx(document: Document) -> bytes:
    headings = (_("Section"), _("When"), _("What"), _("Details"), _("Marking"), _("Sources"))
    return write_xlsx(document, headings=headings)


def _json(document: Document) -> bytes:
    return json.dumps(as_plain(document), ensure_ascii=False, indent=2).encode()


WRITERS: dict[str, Callable[[Document], bytes]] = {
    "pdf": write_pdf,
    "docx": write_docx,
    "xlsx": _xlsx,
    "pptx": write_pptx,
    "json": _json,
}
WHOLE = ("xlsx", "json")
"""Forms for those who count: they hold every line."""


@dataclass(frozen=True, slots=True)
class MadeReport:
    """The file's bytes and name, and the document that it shows."""

    content: bytes
    name: str
    document: Document


@transaction.atomic
def make_report(
    actor: Actor, scope: Scope, *, form: Form, language: str, site: str, without: Collection[int] = ()
) -> MadeReport:
    """Compose and write the report, and record it. Raises `KeyError` for a form that is not known.

    Its links lead to what was known when it was made.
    """
    writer = WRITERS[form]
    known = replace(scope, as_of=scope.as_of or timezone.now())
    document = compose_report(
        actor, known, language=language, site=site, without=without, whole=form in WHOLE
    )
    content = writer(document)
    dossier = scope.ground if isinstance(scope.ground, Dossier) else None
    record(actor, Line(kind=MADE, summary=document.title, marking=document.marking, dossier=dossier))
    return MadeReport(content, file_name(f"{document.title} {actor.desk.name}", form), document)
