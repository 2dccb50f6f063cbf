"""Making a form as a file; the journal says so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.form import FormSheet
from jembatan.platform.documents.form_pdf import write_form_pdf
from jembatan.platform.documents.office import write_docx, write_form_docx
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.markings import Marking
from jembatan.reports.actions.make_report import MADE
from jembatan.reports.queries.forms.duty import duty_record
from jembatan.reports.queries.forms.ics_205a import communications_list
from jembatan.reports.queries.forms.ics_213 import general_message
from jembatan.reports.queries.forms.ics_214 import activity_log
from jembatan.reports.queries.forms.register import transparency_register
from jembatan.reports.queries.scope import Scope

type FileForm = Literal["pdf", "docx"]

NAMES = {
    "ics-205a": _("ICS 205A, communications list"),
    "ics-214": _("ICS 214, activity log"),
    "duty-record": _("Duty record of an officer"),
    "transparency": _("Transparency register (CSV)"),
}
SHEETS: dict[str, Callable[..., FormSheet]] = {"ics-205a": communications_list, "ics-214": activity_log}


@dataclass(frozen=True, slots=True)
class MadeForm:
    """The file's bytes and name."""

    content: bytes
    name: str


@transaction.atomic
def make_form(actor: Actor, kind: str, scope: Scope, *, form: FileForm, language: str, site: str) -> MadeForm:
    """One of `NAMES`; a duty record is that of the officer whom the scope is about, else the actor's own. Raises `KeyError` for others.

    The register is CSV, whatever `form` says.
    """
    title = str(NAMES[kind])
    dossier = scope.ground if isinstance(scope.ground, Dossier) else None
    if kind == "transparency":
        content, _count = transparency_register(actor, scope.period, language=language)
        _tell(actor, title, Marking.GREEN, None)
        return MadeForm(content, file_name(f"{title} {scope.period.written(language='en')}", "csv"))
    if kind == "duty-record":
        officer = scope.subject if isinstance(scope.subject, User) else actor.user
        if officer is None:
            raise KeyError(kind)
        document = duty_record(actor, officer, scope.period, language=language, site=site)
        _tell(actor, document.title, document.marking, None)
        write = write_docx if form == "docx" else write_pdf
        return MadeForm(write(document), file_name(document.title, form))
    sheet = SHEETS[kind](actor, scope, language=language)
    _tell(actor, f"{sheet.name}: {sheet.title}", sheet.marking, dossier)
    return MadeForm(
        _written(sheet, form), file_name(f"{sheet.name} {scope.period.written(language='en')}", form)
    )


@transaction.atomic
def make_message_form(actor: Actor, message: Message, *, form: FileForm, language: str) -> MadeForm:
    """ICS 213 of a mail that the actor sees. Raises `DoesNotExist`."""
    found = visible_messages(actor).select_related("thread__dossier", "sender__person").get(pk=message.pk)
    sheet = general_message(actor, found, language=language)
    _tell(actor, f"{sheet.name}: {sheet.title}", sheet.marking, found.thread.dossier)
    return MadeForm(_written(sheet, form), file_name(f"{sheet.name} {found.subject}", form))


def _written(sheet: FormSheet, form: FileForm) -> bytes:
    return write_form_docx(sheet) if form == "docx" else write_form_pdf(sheet)


def _tell(actor: Actor, title: str, marking: Marking, dossier: Dossier | None) -> None:
    record(actor, Line(kind=MADE, summary=title, marking=marking, dossier=dossier))
