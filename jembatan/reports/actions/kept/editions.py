"""Editions of a report: given out as it stands, or, where its marking asks for it, cleared by the head first."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.journal.actions.record import Line, record
from jembatan.papers.actions.decide import ask, clear, give_back, still_asked, withdraw
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.markings import Marking
from jembatan.reports.actions.kept.hold import held
from jembatan.reports.actions.make_report import MADE
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.queries.kept.standing import needs_clearance, standing_of
from jembatan.reports.queries.kept.visible import visible_reports
from jembatan.reports.queries.kept.whole import kept_now

State = ReportEdition.State
CLEARED = "report.cleared"


@transaction.atomic
def make_edition(actor: Actor, report: Report) -> ReportEdition:
    """The report as it stands: given out at once, or put before the head. One that stands already is not made again.

    An earlier question that nobody has decided is withdrawn. Raises `Refused` where what it was about is gone.
    """
    require_writer(actor)
    current = held(actor, report)
    if current.is_orphan:
        raise Refused(_("What this report was about has been taken back."))
    standing = standing_of(current)
    stands = standing.asked or standing.given
    if stands is not None and stands.fingerprint == current.fingerprint:
        return ReportEdition.objects.get(pk=stands.pk)
    document, kept = kept_now(current, by=actor.name)
    asks = needs_clearance(current.desk, document.marking)
    latest = current.editions.order_by("-number").values_list("number", flat=True).first()
    edition = ask(
        current.editions,
        current,
        kept,
        desk=current.desk,
        number=(latest or 0) + 1,
        state=State.ASKED if asks else State.KEPT,
        as_of=current.as_of,
        made_by=actor.user,
    )
    if not asks:
        _tell(actor, edition, MADE, gettext_noop("Report made: %(title)s"))
    return edition


@transaction.atomic
def withdraw_edition(actor: Actor, edition: ReportEdition) -> ReportEdition:
    """Nobody needs to decide any more. Raises `Refused` for what is decided."""
    require_writer(actor)
    return withdraw(_asked(actor, edition))


@transaction.atomic
def clear_edition(actor: Actor, edition: ReportEdition) -> ReportEdition:
    """What was read is given out from now on. Raises `Refused` where the report has changed since it was asked."""
    require_head(actor)
    asked = clear(actor, _asked(actor, edition))
    _tell(actor, asked, CLEARED, gettext_noop("Report cleared: %(title)s"))
    return asked


@transaction.atomic
def return_edition(actor: Actor, edition: ReportEdition, *, comment: str) -> ReportEdition:
    """Back to whoever asked, with what has to change. Raises `Refused`."""
    require_head(actor)
    return give_back(actor, _asked(actor, edition), comment=comment)


def _asked(actor: Actor, edition: ReportEdition) -> ReportEdition:
    """Locked, its report too; `DoesNotExist` for one of a report that the actor cannot see."""
    report = held(actor, visible_reports(actor).get(editions=edition))
    return still_asked(report.editions, edition)


def _tell(actor: Actor, edition: ReportEdition, kind: str, told: str) -> None:
    report = edition.report
    with translation.override(actor.desk.language):
        line = Line(
            kind=kind,
            summary=_(told) % {"title": report.title},
            dossier=report.dossier,
            marking=Marking(edition.marking),
            source=("report", report.pk),
        )
        record(actor, line)
