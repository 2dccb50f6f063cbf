"""What mail of before has to learn of what mail is told today; each may be done twice, and goes on where it was broken off."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from datetime import timezone as tz
from itertools import batched

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.formats.answers import settles
from jembatan.correspondence.formats.holding import read_holding
from jembatan.correspondence.formats.reading import is_enclosure, own_words
from jembatan.correspondence.models import Message, MessageAttachment, Thread
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

CHUNK = 500
READ_FOR_PROMISES = timedelta(days=120)


def settle_old_answers(desk: Desk) -> int:
    """Read short answers for what they settle; returns how many do.

    It only matters where it is our turn after a question of ours, so that of a million messages few are read again.
    """
    asked = Message.objects.filter(thread=OuterRef("thread"), ours=True, asks=True)
    answers = Message.objects.filter(Exists(asked), desk=desk, thread__turn=Thread.Turn.OURS, ours=False)
    answers = answers.filter(automatic=False, thanks=False, settles=False).order_by("pk")
    settled, last = 0, 0
    while chunk := list(answers.filter(pk__gt=last).values_list("pk", "text")[:CHUNK]):
        last = chunk[-1][0]
        settled += _settle(chunk)
    return settled


@transaction.atomic
def _settle(chunk: Sequence[tuple[int, str]]) -> int:
    attachments = MessageAttachment.objects.filter(message__in=[pk for pk, _text in chunk])
    enclosing = {each.message_id for each in attachments if is_enclosure(each)}
    found = [pk for pk, text in chunk if pk not in enclosing and settles(own_words(text))]
    answers = Message.objects.filter(pk__in=found)
    answers.update(settles=True)
    restate_ids(answers.values_list("thread_id", flat=True))
    return len(found)


def hold_old_replies(desk: Desk) -> int:
    """Read the replies of the last months in conversations that are open for a promise of an answer; returns how many hold."""
    since = timezone.now() - READ_FOR_PROMISES
    replies = Message.objects.filter(desk=desk, sent_at__gte=since, thread__done_at__isnull=True, holds=False)
    replies = replies.filter(automatic=False, thanks=False).order_by("pk")
    held, last = 0, 0
    while chunk := list(
        replies.filter(pk__gt=last).only("text", "sent_at", "sent_offset", "language")[:CHUNK]
    ):
        last = chunk[-1].pk
        held += _hold(chunk)
    return held


@transaction.atomic
def _hold(chunk: Sequence[Message]) -> int:
    attachments = MessageAttachment.objects.filter(message__in=chunk)
    enclosing = {each.message_id for each in attachments if is_enclosure(each)}
    holding = []
    for message in chunk:
        zone = tz(timedelta(minutes=message.sent_offset or 0))
        written_at = message.sent_at.astimezone(zone) if message.sent_at else None
        said = None if message.pk in enclosing else own_words(message.text)
        found = read_holding(said, written_at=written_at, language=message.language) if said else None
        if found is not None:
            message.holds, message.promised_by = True, found.promised
            holding.append(message)
    Message.objects.bulk_update(holding, ["holds", "promised_by"])
    restate_ids({message.thread_id for message in Message.objects.filter(pk__in=[m.pk for m in holding])})
    return len(holding)


def place_old_lines(desk: Desk) -> None:
    """Tell the journal where conversations stand that were put into a dossier, or marked, before it was told of it."""
    apart = ~Q(marking=Marking.GREEN) | Q(dossier__isnull=False)
    threads = Thread.objects.filter(apart, desk=desk).order_by("pk").values_list("pk", flat=True)
    _follow(desk, threads.iterator())
    lines = Entry.objects.filter(apart, desk=desk, source_kind=SOURCE, placement__id__isnull=True)
    moved_out = Message.objects.filter(desk=desk, pk__in=lines.values("source_id"))
    _follow(desk, moved_out.order_by("thread_id").values_list("thread_id", flat=True).distinct().iterator())


def _follow(desk: Desk, thread_ids: Iterable[int]) -> None:
    for chunk in batched(thread_ids, CHUNK):
        with transaction.atomic():
            lines_follow(desk, chunk)
