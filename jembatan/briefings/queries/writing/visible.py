"""Which written briefs an actor sees."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor, any_reader
from jembatan.accounts.models import Role
from jembatan.briefings.models import Brief, BriefClearance
from jembatan.directory.models import Organisation
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Meeting

WHILE_IT_STANDS = Q(discarded_at__isnull=True)


def visible_briefs(actor: Actor, *, discarded: bool = False) -> QuerySet[Brief]:
    """Whoever sees the meeting sees its brief; readers only one that has been cleared, the head also one that is about nothing any more."""
    found = Brief.objects.filter(within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk)
    found = found.select_related("desk", "meeting__dossier", "organisation")
    if not discarded:
        found = found.filter(WHILE_IT_STANDS)
    if actor.role != Role.HEAD:
        found = found.exclude(meeting__isnull=True, organisation__isnull=True)
    if not actor.may_write:
        cleared = BriefClearance.objects.filter(brief=OuterRef("pk"), state=BriefClearance.State.CLEARED)
        found = found.filter(Exists(cleared))
    return found


def briefs_on(actor: Actor, subject: Organisation | Meeting) -> QuerySet[Brief]:
    """Those about this organisation or for this meeting, the latest first."""
    about = Q(meeting=subject) if isinstance(subject, Meeting) else Q(organisation=subject)
    return visible_briefs(actor).filter(about).order_by("-created_at", "-pk")


def whoever_reads(brief: Brief) -> Actor:
    """An actor who sees just what everybody sees who may read this brief: what is kept in it is seen by all of them."""
    dossier = brief.meeting.dossier_id if brief.meeting else None
    within = frozenset([dossier]) if dossier else frozenset()
    return any_reader(brief.desk, within=within)
