"""Telling members which promises are due soon or late, ours and theirs; each once for a day that was named."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.commitments.actions.told import SOURCE
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.correspondence.actions.reminders.matters import forget_matter, remind_of_matter
from jembatan.correspondence.reminding import STALE, Step
from jembatan.platform.dates.deadlines import close_of

SOON = timedelta(days=1)


def remind_of_promises(desk: Desk, *, now: datetime | None = None) -> int:
    """What is due today or tomorrow (ours), and what has become late within the last days; what is older is no news."""
    today = today_at(desk, now)
    around = Commitment.objects.filter(
        desk=desk, state=Commitment.State.OPEN, due__gte=today - STALE, due__lte=today + SOON
    )
    members = [each for each in members_of(desk) if each.role != Role.READER and each.user.is_active]
    told = 0
    for promise in around.select_related("desk", "member").order_by("due", "pk"):
        step = _step(promise, late=promise.is_late(today))
        if step is not None and (due_at := moment_of(promise)):
            users = _receivers(promise, members)
            told += remind_of_matter(desk, (SOURCE, promise.pk), step, due_at=due_at, users=users)
    return told


def forget_reminders(promise: Commitment) -> None:
    """It is closed, or due on another day."""
    forget_matter((SOURCE, promise.pk), but=moment_of(promise) if promise.is_open else None)


def moment_of(promise: Commitment) -> datetime | None:
    """When offices close on its day, at the desk."""
    if promise.due is None:
        return None
    return close_of(promise.due, datetime.now(ZoneInfo(promise.desk.time_zone)))


def _step(promise: Commitment, *, late: bool) -> Step | None:
    if promise.is_ours:
        return Step.DUE if late else Step.BEFORE
    return Step.THEIRS if late else None


def _receivers(promise: Commitment, members: list[Membership]) -> list[User]:
    """The colleague whose promise it is, or whom it was promised to; the heads where there is none who may see it."""
    own = _who_may_see(promise, (each for each in members if each.user_id == promise.member_id))
    return own or _who_may_see(promise, (each for each in members if each.role == Role.HEAD))


def _who_may_see(promise: Commitment, members: Iterable[Membership]) -> list[User]:
    return [
        each.user
        for each in members
        if visible_commitments(Actor(desk=promise.desk, role=Role(each.role), user=each.user))
        .filter(pk=promise.pk)
        .exists()
    ]
