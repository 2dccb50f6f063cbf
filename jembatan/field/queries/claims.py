"""Which claims an actor sees."""

from django.db.models import Case, IntegerField, QuerySet, When

from jembatan.accounts.actor import Actor
from jembatan.field.models import Claim
from jembatan.programmes.queries.visible import visible_officers


def visible_claims(actor: Actor) -> QuerySet[Claim]:
    """Of the officers whom the actor sees; those that wait first, then the latest."""
    found = Claim.objects.filter(officer__in=visible_officers(actor).values("pk"))
    waits = Case(When(state=Claim.State.WAITING, then=0), default=1, output_field=IntegerField())
    return found.select_related("officer__programme__dossier").order_by(waits, "-received_at", "-pk")
