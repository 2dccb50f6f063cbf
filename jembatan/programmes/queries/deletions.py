"""Which wishes to be deleted wait, and what became of an officer's last one."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import DeletionRequest, Officer
from jembatan.programmes.queries.visible import visible_officers


def waiting_deletions(actor: Actor) -> QuerySet[DeletionRequest]:
    """Of the officers whom the actor sees, the oldest first."""
    found = DeletionRequest.objects.filter(
        state=DeletionRequest.State.WAITING, officer__in=visible_officers(actor).values("pk")
    )
    return found.select_related("officer__programme__dossier").order_by("asked_at", "pk")


def last_deletion(officer: Officer) -> DeletionRequest | None:
    """What they asked last; None where they never did."""
    return officer.deletion_requests.order_by("-pk").first()
