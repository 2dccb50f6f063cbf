"""Which kept reports an actor sees; every other query on them starts from here."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor, any_reader
from jembatan.accounts.models import Role
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.models.about import SUBJECTS

State = ReportEdition.State
GIVEN_OUT = (State.KEPT, State.CLEARED)
ORPHANED = ~Q(subject_kind="") & Q(**{f"{kind}__isnull": True for kind in SUBJECTS})


def visible_reports(actor: Actor, *, discarded: bool = False) -> QuerySet[Report]:
    """Whoever sees its dossier sees a report; readers only one of which an edition is given out, the head also one about nothing any more."""
    found = Report.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
    found = found.select_related("desk", *SUBJECTS)
    if not discarded:
        found = found.filter(discarded_at__isnull=True)
    if actor.role != Role.HEAD:
        found = found.exclude(ORPHANED)
    if not actor.may_write:
        found = found.filter(Exists(ReportEdition.objects.filter(report=OuterRef("pk"), state__in=GIVEN_OUT)))
    return found


def visible_editions(actor: Actor, report: Report) -> QuerySet[ReportEdition]:
    """Of a report that the actor sees, the latest first; readers see what is given out."""
    found = ReportEdition.objects.filter(report=report).select_related("made_by", "decided_by")
    if not actor.may_write:
        found = found.filter(state__in=GIVEN_OUT)
    return found.order_by("-number")


def whoever_reads(report: Report, *, name: str = "") -> Actor:
    """An actor who sees just what everybody sees who may read this report: what is kept in it is seen by all of them."""
    within = frozenset([report.dossier_id]) if report.dossier_id else frozenset()
    return any_reader(report.desk, within=within, label=name)
