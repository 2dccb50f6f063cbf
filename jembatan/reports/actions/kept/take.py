"""Taking an edition along as a file, and by mail."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft
from jembatan.papers.actions.mail import letter_with
from jembatan.platform.access import require_writer
from jembatan.platform.documents.file_name import file_name
from jembatan.reports.actions.make_report import WHOLE, WRITERS, Form, MadeReport
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.queries.kept.matter import REPORT
from jembatan.reports.queries.kept.standing import standing_of
from jembatan.reports.queries.kept.visible import GIVEN_OUT, visible_reports
from jembatan.reports.queries.kept.whole import document_of, whole_of


def file_of(edition: ReportEdition, *, form: Form) -> MadeReport:
    """Exactly that edition, where the form is for those who count with every line. Raises `Refused` for one that is not given out, `KeyError` for a form that is not known."""
    if edition.state not in GIVEN_OUT:
        raise Refused(_("This edition is not cleared."))
    document = whole_of(edition) if form in WHOLE else document_of(edition)
    with translation.override(document.language):
        content = WRITERS[form](document)
    return MadeReport(content, file_name(f"{document.title} {edition.desk.name}", form), document)


@transaction.atomic
def mail_edition(actor: Actor, edition: ReportEdition) -> Draft:
    """A draft with the edition as PDF, about the report. Raises `Refused`."""
    require_writer(actor)
    report = visible_reports(actor).get(pk=edition.report_id)
    made = file_of(edition, form="pdf")
    return letter_with(
        actor, report, made.content, kind=REPORT.kind, title=made.document.title, name=made.name
    )


def ask_report(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """A check of the outbox: a report goes to nobody outside unless somebody says so, and none that nobody has given out."""
    if draft.matter_kind != REPORT.kind or not draft.attachments.exists():
        return []
    report = Report.objects.filter(pk=draft.matter_id or 0).first()
    if report is None or standing_of(report).given is None:
        return [Objection(_("The report of this mail was never given out."), final=True)]
    us = ourselves(draft.desk)
    outside = [email for email in letter.receivers if email not in us]
    if outside:
        told = _("This report is the desk's own, and %(address)s is not of the desk.")
        return [Objection(told % {"address": outside[0]})]
    return []
