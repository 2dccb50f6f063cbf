"""What partners have said to a promise by their links."""

from django.db.models import Exists, OuterRef, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment, PartnerAnswer
from jembatan.commitments.queries.visible import visible_commitments


def answers_to(promise: Commitment) -> QuerySet[PartnerAnswer]:
    """All of them, the newest first; `promise` is seen by whoever asks."""
    rows = PartnerAnswer.objects.filter(question__commitment=promise)
    return rows.select_related("question", "settled_by").order_by("-pk")


def visible_answers(actor: Actor) -> QuerySet[PartnerAnswer]:
    """Those to promises that the actor sees."""
    rows = PartnerAnswer.objects.filter(question__commitment__in=visible_commitments(actor))
    return rows.select_related("question__commitment")


def waiting_for_us() -> Exists:
    """A condition on promises: a partner has said last that they want another day, or that it is done, and we have said nothing to it."""
    later = PartnerAnswer.objects.filter(
        question__commitment=OuterRef("question__commitment"), pk__gt=OuterRef("pk")
    )
    waiting = PartnerAnswer.objects.filter(
        question__commitment=OuterRef("pk"), accepted__isnull=True, kind__in=["day", "done"]
    )
    return Exists(waiting.filter(~Exists(later)))
