"""Which clearances wait, and for whom."""

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Clearance, Clearer, Draft
from jembatan.correspondence.queries.drafts import visible_drafts

State = Clearance.State


def visible_clearances(actor: Actor) -> QuerySet[Clearance]:
    """Of drafts that the actor sees."""
    clearances = Clearance.objects.filter(desk=actor.desk, draft__in=visible_drafts(actor))
    return clearances.select_related(
        "draft__desk",
        "draft__answers__thread",
        "draft__from_address",
        "asked_by",
        "decided_by",
        "writer",
        "member",
    )


def _listed(actor: Actor) -> QuerySet[Clearance]:
    """The same with no more than a list shows."""
    people = ("asked_by__full_name", "writer__full_name", "decided_by__full_name")
    return (
        visible_clearances(actor)
        .select_related(None)
        .select_related("draft", "asked_by", "writer", "decided_by")
        .only("state", "comment", "asked_at", "draft__subject", "draft__to", *people)
    )


def waiting_for(actor: Actor) -> QuerySet[Clearance]:
    """What the actor is asked to clear, the oldest first; the head sees what any officer could."""
    asked = Q(member=actor.user)
    if actor.may_send:
        own = Q(writer=actor.user) | Q(uploaders__contains=[actor.user.pk if actor.user else 0])
        asked |= Q(clearer=Clearer.OFFICER) & ~own
    if actor.may_clear:
        asked |= Q(clearer=Clearer.HEAD)
    standing = _listed(actor).filter(asked, state=State.ASKED, draft__state=Draft.State.OPEN)
    return standing.exclude(asked_by=actor.user).order_by("asked_at", "pk")


def decided_for(actor: Actor) -> QuerySet[Clearance]:
    """What came back to the actor and still waits to be written on or sent: the last decision about each draft."""
    last = (
        Clearance.objects.filter(desk=actor.desk, draft__state=Draft.State.OPEN)
        .order_by("draft", "-pk")
        .distinct("draft")
        .values("pk")
    )
    decided = _listed(actor).filter(pk__in=last, state__in=[State.CLEARED, State.RETURNED])
    return (
        decided.filter(Q(asked_by=actor.user)).exclude(decided_by=actor.user).order_by("-decided_at", "-pk")
    )


def cleared_before(clearance: Clearance) -> Clearance | None:
    """The words of this draft that were cleared last, before this request."""
    earlier = Clearance.objects.filter(
        draft=clearance.draft_id, pk__lt=clearance.pk, state__in=[State.CLEARED, State.LAPSED]
    )
    return earlier.order_by("-decided_at", "-pk").first()
