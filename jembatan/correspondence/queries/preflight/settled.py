"""What the desk has settled, for its settings: terms by partner, and highest markings."""

from django.db.models import F, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import GlossaryTerm, MarkingLimit


def glossary_of(actor: Actor) -> QuerySet[GlossaryTerm]:
    """Terms for everyone first, then by partner and word."""
    return (
        GlossaryTerm.objects.filter(desk=actor.desk)
        .select_related("organisation")
        .order_by(F("organisation__name_folded").asc(nulls_first=True), "avoid", "language")
    )


def limits_of(actor: Actor) -> QuerySet[MarkingLimit]:
    """In the order of the partners' names."""
    return (
        MarkingLimit.objects.filter(desk=actor.desk)
        .select_related("organisation")
        .order_by("organisation__name_folded")
    )
