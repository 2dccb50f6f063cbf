"""Splitting a conversation in two, and taking a split or a merge back."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.hold import held, held_pair
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.models import Message, Thread, ThreadLink, ThreadMove
from jembatan.correspondence.queries.conversation import in_order
from jembatan.platform.access import require_writer
from jembatan.platform.markings import highest


@transaction.atomic
def split_thread(actor: Actor, thread: Thread, *, first: Message) -> ThreadMove:
    """The message `first` and all after it become a conversation of their own, in the same dossier, with the same owner.

    What answers them later follows them. Raises `Refused` when nothing would stay behind.
    """
    require_writer(actor)
    thread = held(actor, thread)
    ordered = list(in_order(Message.objects.filter(thread=thread)).values_list("pk", flat=True))
    if first.pk not in ordered:
        raise Refused(_("This message is not in this conversation any more."))
    moving = ordered[ordered.index(first.pk) :]
    if len(moving) == len(ordered):
        raise Refused(_("Choose a later message: splitting at the first one would leave nothing behind."))
    part = Thread.objects.create(
        desk=thread.desk, dossier=thread.dossier, marking=thread.marking, owner=thread.owner
    )
    return move_messages(actor, ThreadMove.Kind.SPLIT, moving, source=thread, target=part)


def move_messages(
    actor: Actor, kind: ThreadMove.Kind, message_ids: list[int], *, source: Thread, target: Thread
) -> ThreadMove:
    """Put messages and the links that lead to them into another thread and remember it; both threads are locked."""
    moving = Message.objects.filter(thread=source, pk__in=message_ids)
    before = {
        "placements": {str(pk): placement for pk, placement in moving.values_list("pk", "placement")},
        "owner": target.owner_id,
        "marking": target.marking,
    }
    _carry_links(message_ids, source=source, target=target)
    moving.update(thread=target, placement=Message.Placement.MOVED)
    restate([source, target])
    return ThreadMove.objects.create(
        kind=kind, source=source, target=target, message_ids=message_ids, before=before, user=actor.user
    )


@transaction.atomic
def undo_move(actor: Actor, move: ThreadMove) -> ThreadMove:
    """Everything back where it was; what has arrived since stays where it arrived.

    Raises `Refused` if it is undone already or the messages have been moved again since.
    """
    require_writer(actor)
    move = (
        ThreadMove.objects.select_for_update(of=("self",)).select_related("source", "target").get(pk=move.pk)
    )
    source, target = held_pair(actor, move.source, move.target)
    moved = Message.objects.filter(pk__in=move.message_ids)
    if move.undone_at is not None or moved.exclude(thread=target).exists():
        raise Refused(_("This has been undone already, or the messages have been moved again since."))
    _carry_links(list(moved.values_list("pk", flat=True)), source=target, target=source)
    for placement, ids in _by_placement(move.before["placements"]).items():
        moved.filter(pk__in=ids).update(thread=source, placement=placement)
    if move.kind == ThreadMove.Kind.MERGE:
        _take_back(source, target, move)
    restate([source, target])
    lines_follow(actor.desk, [source.pk, target.pk])
    move.undone_at = timezone.now()
    move.save(update_fields=["undone_at"])
    return move


def _take_back(source: Thread, target: Thread, move: ThreadMove) -> None:
    """A merge may have raised the target's marking and given it an owner; what people have changed since stays."""
    if target.marking == highest([source.marking, move.before["marking"]]):
        target.marking = move.before["marking"]
    if target.owner_id == source.owner_id:
        target.owner_id = move.before["owner"]
    target.save(update_fields=["marking", "owner"])


def _by_placement(placements: dict[str, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for pk, placement in placements.items():
        found.setdefault(placement, []).append(int(pk))
    return found


def _carry_links(message_ids: Iterable[int], *, source: Thread, target: Thread) -> None:
    """Message-IDs of the moving messages, and those that only they refer to, lead to the target from now on."""
    inside = Message.objects.filter(thread=source).values_list(
        "pk", "message_id", "in_reply_to", "references"
    )
    moving_ids = set(message_ids)
    leaving: set[str] = set()
    staying: set[str] = set()
    for pk, message_id, in_reply_to, references in inside:
        named = {message_id, in_reply_to, *references}
        (leaving if pk in moving_ids else staying).update(named)
    own = {message_id for pk, message_id, _reply, _references in inside if pk in moving_ids}
    links = ThreadLink.objects.filter(thread=source, message_id__in=own | (leaving - staying))
    links.update(thread=target)
