"""What mail of before has to learn of what mail is told today; each may be done twice, and goes on where it was broken off."""

from collections.abc import Iterable, Sequence
from itertools import batched

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.formats.answers import settles
from jembatan.correspondence.formats.reading import is_enclosure, own_words
from jembatan.correspondence.models import Message, MessageAttachment, Thread
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

CHUNK = 500


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
