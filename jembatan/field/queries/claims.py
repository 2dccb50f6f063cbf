"""Which claims an actor sees, and what was accepted of them."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import Case, IntegerField, QuerySet, Sum, When

from jembatan.accounts.actor import Actor
from jembatan.deployment.queries.claimed import Claimed
from jembatan.field.models import Claim, ClaimFile
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_officers


def visible_claims(actor: Actor) -> QuerySet[Claim]:
    """Of the officers whom the actor sees; those that wait first, then the latest."""
    found = Claim.objects.filter(officer__in=visible_officers(actor).values("pk"))
    waits = Case(When(state=Claim.State.WAITING, then=0), default=1, output_field=IntegerField())
    return found.select_related("officer__programme__dossier").order_by(waits, "-received_at", "-pk")


def visible_receipts(actor: Actor) -> QuerySet[ClaimFile]:
    """Of those claims."""
    found = ClaimFile.objects.filter(claim__in=visible_claims(actor).order_by().values("pk"))
    return found.select_related("file")


def accepted_in(programme: Programme) -> dict[int, Claimed]:
    """Of each officer of the programme: the minutes, and the money by currency."""
    minutes: defaultdict[int, int] = defaultdict(int)
    money: defaultdict[int, dict[str, Decimal]] = defaultdict(dict)
    accepted = Claim.objects.filter(officer__programme=programme, state=Claim.State.ACCEPTED)
    sums = accepted.values_list("officer", "currency").annotate(worked=Sum("minutes"), spent=Sum("amount"))
    for officer, currency, worked, spent in sums:
        minutes[officer] += worked or 0
        if spent:
            money[officer][currency] = spent
    return {officer: Claimed(minutes[officer], money.get(officer, {})) for officer in minutes}
