"""A thread as its page shows it: messages in order, who their people are today, and why each one is here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import (
    Consultation,
    Message,
    MessageAttachment,
    Recipient,
    Thread,
    ThreadMove,
)
from jembatan.correspondence.queries.consultation.visible import consultations_below
from jembatan.correspondence.queries.notes import notes_below
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import Position
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.journal.models import Entry
from jembatan.platform.seldom import seldom

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import WithAnnotations

    class _Standing(TypedDict):
        stands_at: datetime

    class _Format(TypedDict):
        has_html: bool
        vouched_by: str | None

    type StandingMessage = WithAnnotations[Message, _Standing]
    type FormattedMessage = WithAnnotations[Message, _Format]

PAGE = 30
# "" where whoever said it has left since: the word stands.
VOUCHED_BY = Case(When(vouch__isnull=False, then=Coalesce("vouch__user__full_name", Value(""))))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message of the page with what surrounds it; `answers` is the message of this thread that it answers."""

    message: Message
    has_html: bool
    vouched_by: str | None
    positions: list[Position]
    recipients: dict[str, list[Recipient]]
    attachments: list[MessageAttachment]
    answers: Message | None
    answered_id: str
    move: ThreadMove | None
    notes: list[Entry]
    consultations: list[Consultation]


@dataclass(frozen=True, slots=True)
class Conversation:
    """The latest messages in order; `before` names the first of them if there are earlier ones."""

    messages: list[Spoken]
    before: int | None

    @property
    def latest_from_outside(self) -> Message | None:
        """What an answer to the conversation answers: the last that a person of the other side wrote, else the last of all."""
        shown = [spoken.message for spoken in self.messages]
        outside = [
            message for message in shown if not (message.ours or message.automatic or message.pretends)
        ]
        return next(reversed(outside or shown), None)


def conversation(
    actor: Actor, thread: Thread, *, before: int | None = None, at: int | None = None
) -> Conversation:
    """Thirty messages: the last ones, those before the message `before`, or from the message `at` to the end."""
    inside = in_order(visible_messages(actor).filter(thread=thread))
    if before and (mark := inside.filter(pk=before).first()):
        inside = inside.filter(Q(stands_at__lt=mark.stands_at) | Q(stands_at=mark.stands_at, pk__lt=before))
    size = max(PAGE, _behind(inside, at)) if at else PAGE
    found = list(_with_people(inside).reverse()[: size + 1])
    shown = found[:size][::-1]
    return Conversation(_spoken(actor, thread, shown), shown[0].pk if len(found) > size else None)


def in_order(messages: QuerySet[Message]) -> "QuerySet[StandingMessage]":
    """By date; a message without one stands where it was filed."""
    return messages.annotate(stands_at=Coalesce("sent_at", "filed_at")).order_by("stands_at", "pk")


def moved_to(actor: Actor, thread: Thread) -> int | None:
    """Where the messages of an emptied thread went."""
    moves = ThreadMove.objects.filter(source=thread, source__desk=actor.desk, undone_at__isnull=True)
    return moves.order_by("-made_at").values_list("target", flat=True).first()


def standing_moves(thread: Thread) -> list[ThreadMove]:
    """Splits and merges of this thread that nobody has undone, the latest first."""
    moves = ThreadMove.objects.filter(Q(source=thread) | Q(target=thread), undone_at__isnull=True)
    return seldom(moves.select_related("user", "source", "target").order_by("-made_at"))


def _behind(inside: QuerySet[Message], at: int) -> int:
    """How many messages there are from this one to the end."""
    mark = in_order(inside).filter(pk=at).first()
    if mark is None:
        return 0
    later = Q(stands_at__gt=mark.stands_at) | Q(stands_at=mark.stands_at, pk__gte=at)
    return inside.filter(later).count()


def _with_people(messages: QuerySet[Message]) -> "QuerySet[FormattedMessage]":
    return (
        messages.annotate(has_html=~Q(html=""), vouched_by=VOUCHED_BY)
        .select_related("sender__person", "sender__organisation")
        .defer("html")
    )


def _spoken(actor: Actor, thread: Thread, messages: "Sequence[FormattedMessage]") -> list[Spoken]:
    ids = [message.pk for message in messages]
    positions = _positions(actor, {m.sender.person_id for m in messages if m.sender and m.sender.person_id})
    recipients = _recipients(ids)
    attachments = _grouped(MessageAttachment.objects.filter(message__in=ids).select_related("file"))
    answered = _answered(actor, thread, messages)
    moves = _moves(thread, messages)
    notes = notes_below(actor, ids)
    asked = consultations_below(actor, ids)
    return [
        Spoken(
            message=message,
            has_html=message.has_html,
            vouched_by=message.vouched_by,
            positions=positions[message.sender.person_id or 0] if message.sender else [],
            recipients=recipients[message.pk],
            attachments=attachments[message.pk],
            answers=next((answered[i] for i in _answers(message) if i in answered), None),
            answered_id=next(iter(_answers(message)), ""),
            move=moves.get(message.pk),
            notes=notes[message.pk],
            consultations=asked[message.pk],
        )
        for message in messages
    ]


def _positions(actor: Actor, people: set[int]) -> dict[int, list[Position]]:
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)), person__in=people)
    found: dict[int, list[Position]] = defaultdict(list)
    for position in held:
        found[position.person_id].append(position)
    return found


def _recipients(ids: list[int]) -> dict[int, dict[str, list[Recipient]]]:
    rows = Recipient.objects.filter(message__in=ids).select_related("sender__person", "sender__organisation")
    found: dict[int, dict[str, list[Recipient]]] = defaultdict(lambda: defaultdict(list))
    for recipient in rows.order_by("pk"):
        found[recipient.message_id][recipient.field].append(recipient)
    return found


def _grouped(rows: Iterable[MessageAttachment]) -> dict[int, list[MessageAttachment]]:
    found: dict[int, list[MessageAttachment]] = defaultdict(list)
    for attachment in rows:
        found[attachment.message_id].append(attachment)
    return found


def _answers(message: Message) -> list[str]:
    """The Message-IDs that it may answer, the likeliest first; a loop to itself is none."""
    named = (message.in_reply_to, *reversed(message.references))
    return [message_id for message_id in named if message_id not in {"", message.message_id}]


def _answered(actor: Actor, thread: Thread, messages: Sequence[Message]) -> dict[str, Message]:
    wanted = {message_id for message in messages for message_id in _answers(message)}
    found = visible_messages(actor).filter(thread=thread, message_id__in=wanted)
    return {message.message_id: message for message in found.defer("text", "html", "search", "head")}


def _moves(thread: Thread, messages: Sequence[Message]) -> dict[int, ThreadMove]:
    if all(message.placement != Message.Placement.MOVED for message in messages):
        return {}
    moves = ThreadMove.objects.filter(target=thread, undone_at__isnull=True).select_related("user", "source")
    return {pk: move for move in moves.order_by("made_at") for pk in move.message_ids}
