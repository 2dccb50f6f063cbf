"""Whose turn it was in conversations at a moment."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.queries.exchanges import addresses_of
from jembatan.correspondence.queries.inbox import threads_with
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.turn import Utterance, turn_of
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking
from jembatan.platform.ui.addresses import record_address
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.standing.item import Item
from jembatan.reports.queries.subject import Ground

SAID = (
    "thread_id",
    "sent_at",
    "ours",
    "automatic",
    "pretends",
    "thanks",
    "asks",
    "internal",
    "settles",
    "holds",
)
MOST = 500


def turns_open(actor: Actor, subject: Ground, at: datetime, *, turn: Thread.Turn) -> list[Item]:
    """Conversations in which that side had to speak next at `at`, at most five hundred, what was due first first.

    One in which nobody has written since stands as it stood. Of the others the turn is computed anew from what had been
    written by then; their deadline of then is not known any more.
    """
    still = Q(done_at__isnull=True) | Q(done_at__gte=at)
    asked = _about(actor, subject).filter(still).select_related("owner")
    quiet = asked.filter(turn=turn, turn_since__lt=at, last_at__lt=at)
    first = quiet.order_by(F("due_at").asc(nulls_last=True), "turn_since", "pk")[:MOST]
    items = [_item(each, since=each.turn_since, due=each.due_at) for each in first]
    moved_on = {each.pk: each for each in asked.filter(first_at__lt=at, last_at__gte=at)}
    items += [
        _item(moved_on[pk], since=since, due=None) for pk, then, since in _then(moved_on, at) if then == turn
    ]
    return items[:MOST]


def _about(actor: Actor, subject: Ground) -> QuerySet[Thread]:
    match subject:
        case Organisation():
            return threads_with(actor, addresses_of(subject))
        case Dossier():
            return visible_threads(actor).filter(dossier=subject)
        case User():
            return visible_threads(actor).filter(owner=subject)
        case Portfolio():
            return visible_threads(actor).filter(dossier__in=subject.dossiers.values("pk"))
    return visible_threads(actor)


def _then(threads: dict[int, Thread], at: datetime) -> Iterator[tuple[int, Thread.Turn, datetime | None]]:
    rows = Message.objects.filter(thread__in=list(threads), sent_at__lt=at).order_by(
        "thread_id", "sent_at", "message_id"
    )
    for thread_id, messages in groupby(rows.values_list(*SAID), key=lambda row: row[0]):
        said = (Utterance(row[1], row[2], **dict(zip(SAID[3:], row[3:], strict=True))) for row in messages)
        turn, since = turn_of(said)
        yield thread_id, turn, since


def _item(thread: Thread, *, since: datetime | None, due: datetime | None) -> Item:
    return Item(
        kind=_("Conversation"),
        text=thread.subject or _("(no subject)"),
        address=record_address("correspondence:thread", thread.pk),
        who=thread.owner.full_name if thread.owner else "",
        due=timezone.localdate(due) if due else None,
        since=since,
        marking=Marking(thread.marking),
    )
