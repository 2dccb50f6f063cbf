"""Proposals that nobody has decided yet."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import ACTIVE, Assignment, Proposal, Roster
from jembatan.programmes.models import Duty, Programme
from jembatan.programmes.queries.visible import visible_programmes


def visible_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Those of the programmes that the actor sees."""
    found = Proposal.objects.filter(desk=actor.desk, programme__in=visible_programmes(actor).values("pk"))
    return found.select_related(
        "programme__dossier",
        "programme__desk",
        "desk",
        "officer",
        "movement__delegation",
        "duty__delegation",
        "roster",
    )


def open_proposals(actor: Actor, programme: Programme | None = None) -> QuerySet[Proposal]:
    """Those that still concern a seat, the earliest first."""
    now = timezone.now()
    seats = Assignment.objects.filter(
        roster__state=Roster.State.PUBLISHED,
        officer=OuterRef("officer"),
        state__in=ACTIVE,
        duty__cancelled=False,
        duty__ends_at__gt=now,
        during__overlap=OuterRef("during"),
    )
    ahead = Duty.objects.filter(cancelled=False, starts_at__gt=now)
    of_movement, itself = ahead.filter(movement=OuterRef("movement")), ahead.filter(pk=OuterRef("duty"))
    found = visible_proposals(actor).filter(state=Proposal.State.OPEN)
    if programme is not None:
        found = found.filter(programme=programme)
    return found.filter(Q(Exists(seats)) | Q(Exists(of_movement)) | Q(Exists(itself))).order_by(
        "made_at", "pk"
    )
