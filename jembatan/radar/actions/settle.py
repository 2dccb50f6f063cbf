"""What people decide about a signal: dismiss it for a reason, put it off, take it on as a task."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.platform.access import require_writer
from jembatan.radar.actions.told import DISMISSED, DONE, RESTORED, TAKEN, tell
from jembatan.radar.models import Signal, SignalTask
from jembatan.radar.queries.visible import visible_signals

LONGEST = 500
FARTHEST = timedelta(days=366)


@transaction.atomic
def dismiss(actor: Actor, signal: Signal, reason: str) -> Signal:
    """It does not come back unless its evidence changes. Raises `ValidationError` without a reason."""
    current, words = held(actor, signal), " ".join(reason.replace("\x00", "").split())[:LONGEST]
    if not words:
        raise ValidationError({"reason": _("Say why this is no fault.")})
    if current.dismissed_at is None:
        current.dismissed_at, current.dismissed_by = timezone.now(), actor.user
        current.dismissed_for, current.dismissed_mark = words, current.mark
        current.save(update_fields=["dismissed_at", "dismissed_by", "dismissed_for", "dismissed_mark"])
        tell(actor, current, DISMISSED, detail=words)
    return current


@transaction.atomic
def restore(actor: Actor, signal: Signal) -> Signal:
    """The inverse of dismissing."""
    current = held(actor, signal)
    if current.dismissed_at is not None:
        current.dismissed_at, current.dismissed_by = None, None
        current.dismissed_for, current.dismissed_mark = "", ""
        current.save(update_fields=["dismissed_at", "dismissed_by", "dismissed_for", "dismissed_mark"])
        tell(actor, current, RESTORED)
    return current


@transaction.atomic
def put_off(actor: Actor, signal: Signal, *, until: datetime) -> Signal:
    """Out of the list until then, for the whole desk. Raises `ValidationError` for a moment that is over, or a year away."""
    current = held(actor, signal)
    if until <= timezone.now():
        raise ValidationError({"until": _("That moment is over. Choose a later one.")})
    if until > timezone.now() + FARTHEST:
        raise ValidationError({"until": _("Choose a moment within a year.")})
    current.snoozed_until = until
    current.save(update_fields=["snoozed_until"])
    return current


@transaction.atomic
def wake(actor: Actor, signal: Signal) -> Signal:
    """Back in the list at once."""
    current = held(actor, signal)
    current.snoozed_until = None
    current.save(update_fields=["snoozed_until"])
    return current


@transaction.atomic
def take_on(
    actor: Actor, signal: Signal, *, what: str, member: User | None = None, due: date | None = None
) -> SignalTask:
    """A task for the actor, or for a colleague who writes and sees the signal too. Raises `ValidationError` with a sentence."""
    current, words = held(actor, signal), " ".join(what.replace("\x00", "").split())
    whose = member or actor.user
    writers = Membership.objects.filter(desk=actor.desk, user__is_active=True).exclude(role=Role.READER)
    membership = writers.filter(user=whose).first() if whose else None
    if membership is None or whose is None:
        raise ValidationError({"member": _("There is nobody of that name.")})
    theirs = Actor(desk=actor.desk, role=Role(membership.role), user=whose)
    if not visible_signals(theirs).filter(pk=current.pk).exists():
        raise ValidationError({"member": _("This colleague may not see the evidence.")})
    if not words or len(words) > LONGEST:
        raise ValidationError(
            {
                "what": _("Write a few words first.")
                if not words
                else _("This is too long. Please shorten it.")
            }
        )
    task, _made = SignalTask.objects.update_or_create(
        signal=current, defaults={"member": whose, "what": words, "due": due, "done_at": None}
    )
    tell(actor, current, TAKEN, detail=f"{whose.full_name}: {words}")
    return task


@transaction.atomic
def finish(actor: Actor, signal: Signal) -> None:
    """The task is done; whether the fault is gone, the radar sees for itself."""
    current = held(actor, signal)
    if SignalTask.objects.filter(signal=current, done_at__isnull=True).update(done_at=timezone.now()):
        tell(actor, current, DONE)


@transaction.atomic
def drop(actor: Actor, signal: Signal) -> None:
    """The inverse of taking it on, or of being done with it too early."""
    current = held(actor, signal)
    task = SignalTask.objects.filter(signal=current).first()
    if task is not None and task.done_at is not None:
        task.done_at = None
        task.save(update_fields=["done_at"])
    elif task is not None:
        task.delete()


def held(actor: Actor, signal: Signal) -> Signal:
    """As it stands now, locked until the transaction ends; `DoesNotExist` where the actor does not see it."""
    require_writer(actor)
    return visible_signals(actor).select_for_update(of=("self",)).get(pk=signal.pk)
