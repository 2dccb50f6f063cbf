"""Work of deployment that outlives a request. It may run twice."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.deployment.models import Bound, Broadcast, Solving
from jembatan.programmes.models import Programme


@app.task(name="deployment.solve_roster", queue="rosters")
def solve_roster(*, solving_id: int) -> None:
    """Make a roster."""
    from jembatan.deployment.actions.solving import work

    solving = (
        Solving.objects.select_related("roster__programme__desk", "roster__desk")
        .filter(pk=solving_id)
        .first()
    )
    if solving is not None:
        work(solving)


@app.task(name="deployment.reckon_bound", queue="rosters")
def reckon_bound(*, bound_id: int) -> None:
    """Say below what no roster can come."""
    from jembatan.deployment.actions.bounds import reckon

    bound = (
        Bound.objects.select_related("roster__programme__desk", "roster__desk").filter(pk=bound_id).first()
    )
    if bound is not None:
        reckon(bound)


@app.task(name="deployment.mail_broadcast")
def mail_broadcast(*, broadcast_id: int) -> None:
    """Put the letters of a broadcast into the outbox."""
    from jembatan.deployment.actions.broadcasts import mail_to_receivers

    broadcast = (
        Broadcast.objects.select_related("programme__desk", "desk", "sent_by").filter(pk=broadcast_id).first()
    )
    if broadcast is not None:
        mail_to_receivers(broadcast)


@app.task(name="deployment.look_again")
def look_again(*, programme_id: int) -> None:
    """Look which changed movements and duties want other officers."""
    from jembatan.deployment.actions import proposing

    programme = Programme.objects.select_related("desk", "dossier").filter(pk=programme_id).first()
    if programme is not None:
        proposing.look_again(programme)


def look_soon(programme_id: int) -> None:
    """After the commit: one that waits looks at all changes that came before, and an import that is long under way keeps nobody waiting."""
    lock = f"look_again {programme_id}"
    # The savepoint keeps a refused second one from breaking the transaction.
    with suppress(AlreadyEnqueued), transaction.atomic():
        look_again.configure(queueing_lock=lock).defer(programme_id=programme_id)
