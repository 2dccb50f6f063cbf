"""What a delivery report, or a reply that somebody has left, asks of us: kept when it is filed and settled by a person."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Bounce
from jembatan.correspondence.queries.bounces import visible_bounces
from jembatan.platform.access import require_writer


def keep_bounces(desk: Desk, filed: Sequence[tuple[int, Reading]]) -> None:
    """Inside the transaction that files these messages (by their ids)."""
    rows = [
        Bounce(
            desk=desk,
            report_id=pk,
            failed_id=reading.report.failed_id,
            email=failure.email,
            status=failure.status,
            words=failure.words,
        )
        for pk, reading in filed
        if reading.report and reading.report.failed_id
        for failure in reading.report.failures
    ]
    rows += [
        Bounce(
            desk=desk,
            report_id=pk,
            failed_id=reading.ancestors[-1],
            email=reading.sender.email[:320],
            kind=Bounce.Kind.GONE,
            words=reading.gone,
        )
        for pk, reading in filed
        if reading.gone and reading.ancestors and reading.sender.email
    ]
    if rows:
        Bounce.objects.bulk_create(rows)


@transaction.atomic
def settle_bounce(actor: Actor, bounce: Bounce) -> None:
    """Somebody has seen to it; twice changes nothing. Raises `DoesNotExist` for one that the actor cannot see."""
    require_writer(actor)
    current = visible_bounces(actor).select_for_update(of=("self",)).get(pk=bounce.pk)
    if current.settled_at is None:
        current.settled_at, current.settled_by = timezone.now(), actor.user
        current.save(update_fields=["settled_at", "settled_by"])


@transaction.atomic
def ask_again(actor: Actor, bounce: Bounce) -> None:
    """The inverse."""
    require_writer(actor)
    current = visible_bounces(actor).select_for_update(of=("self",)).get(pk=bounce.pk)
    current.settled_at = current.settled_by = None
    current.save(update_fields=["settled_at", "settled_by"])
