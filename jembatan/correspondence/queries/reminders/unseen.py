"""What a member was reminded of and has not seen to."""

from collections.abc import Collection

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Reminder, Thread
from jembatan.correspondence.queries.matters import within_visible_matters
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.prepared import Prepared

SUBJECT = ("thread_id", "matter_kind", "matter_id")
OF_THEIRS = (Reminder.Step.SOON, Reminder.Step.THEIRS)


def unseen_kinds(actor: Actor) -> frozenset[str]:
    """What the member was reminded of and has not seen to, standing or over, by kind ("" for mail): a cheap question before the dear one."""
    if actor.user is None:
        return frozenset()
    return frozenset(each.matter_kind for each in _KINDS.rows(actor.desk.pk, actor.user.pk))


_KINDS = Prepared(
    lambda desk, user: (
        Reminder.objects.filter(desk=desk, user=user, seen_at__isnull=True)
        .order_by("matter_kind")
        .distinct("matter_kind")
        .only("matter_kind")
    ),
    -1,
    -2,
)


def unseen(actor: Actor, kinds: Collection[str] | None = None) -> QuerySet[Reminder]:
    """Reminders that still hold, what is due first: one that was answered, or is due at another moment, is over by itself; of a record of a room
    above, that room says so (`forget_matter`). kinds: what `unseen_kinds` has answered, where it was asked before."""
    if kinds is None:
        kinds = unseen_kinds(actor)
    if not kinds:
        return Reminder.objects.none()
    own = Reminder.objects.filter(desk=actor.desk, user=actor.user, seen_at__isnull=True)
    standing = own.filter(
        _of_mail(actor) | _of_matters(actor, kinds) if "" in kinds else _of_matters(actor, kinds)
    )
    return standing.select_related("thread__owner").order_by("due_at", "thread", "-made_at", "pk")


def unseen_once_each(actor: Actor, kinds: Collection[str] | None = None) -> list[Reminder]:
    """The latest step of each conversation, and of each record of a room above."""
    found: dict[tuple[object, ...], Reminder] = {}
    for reminder in unseen(actor, kinds):
        found.setdefault(tuple(getattr(reminder, name) for name in SUBJECT), reminder)
    return list(found.values())


def count_unseen(actor: Actor, kinds: Collection[str] | None = None) -> int:
    """How many there are of these."""
    found: int = unseen(actor, kinds).values(*SUBJECT).distinct().order_by().count()
    return found


def own_reminders(actor: Actor) -> QuerySet[Reminder]:
    """All that the actor was ever told, as far as it may still be seen."""
    own = Reminder.objects.filter(desk=actor.desk, user=actor.user, user__isnull=False)
    return own.filter(Q(matter_kind="", thread__in=visible_threads(actor)) | _of_matters(actor))


def _of_mail(actor: Actor) -> Q:
    turns = Q(thread__turn=Thread.Turn.OURS) & ~Q(step__in=OF_THEIRS) | Q(
        thread__turn=Thread.Turn.THEIRS, step__in=OF_THEIRS
    )
    holds = visible_threads(actor).filter(done_at__isnull=True)
    return turns & Q(matter_kind="", thread__in=holds, thread__due_at=F("due_at"))


def _of_matters(actor: Actor, kinds: Collection[str] | None = None) -> Q:
    return ~Q(matter_kind="") & within_visible_matters(actor, kinds=kinds)
