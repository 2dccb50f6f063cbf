"""How it stands with what was asked: for the page of a conversation, and for its turn."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from jembatan.correspondence.clock import Settled
from jembatan.correspondence.models import Message, ReadBack, ReadBackAnswer, ReadBackReceiver, Thread

Kind = ReadBackAnswer.Kind


@dataclass(frozen=True, slots=True)
class Standing:
    """A read-back with its receivers and their answers, the oldest first."""

    asked: ReadBack

    @property
    def receivers(self) -> list[ReadBackReceiver]:
        """In the order of the mail."""
        return list(self.asked.receivers.all())

    @property
    def answers(self) -> list[ReadBackAnswer]:
        """Everything that was said, in order."""
        return sorted(
            (answer for each in self.receivers for answer in each.answers.all()),
            key=lambda answer: answer.given_at,
        )

    @property
    def waiting(self) -> list[ReadBackReceiver]:
        """Who has not answered yet."""
        return [each for each in self.receivers if not each.answers.all()]

    @property
    def is_overdue(self) -> bool:
        """Somebody should have answered by now."""
        return bool(self.waiting) and timezone.now() > self.asked.expected_by

    @property
    def latest(self) -> list[ReadBackAnswer]:
        """What each of them says now."""
        return [
            each.answers.all()[len(each.answers.all()) - 1] for each in self.receivers if each.answers.all()
        ]

    @property
    def understood_at(self) -> datetime | None:
        """When the last of all who were asked had understood; None while somebody has not."""
        latest = self.latest
        if len(latest) < len(self.receivers) or any(each.kind != Kind.UNDERSTOOD for each in latest):
            return None
        return max((each.given_at for each in latest), default=None)

    @property
    def corrections(self) -> list[ReadBackAnswer]:
        """Those that stand."""
        return [each for each in self.latest if each.kind == Kind.CORRECTED]


def standing_among(messages: QuerySet[Message]) -> Iterator[Standing]:
    """Of what was asked by mail of ours among these messages; one query where nothing was."""
    mail = messages.filter(desk=OuterRef("desk"), message_id=OuterRef("message_id"), ours=True)
    answers = Prefetch("answers", ReadBackAnswer.objects.order_by("given_at", "pk"))
    receivers = ReadBackReceiver.objects.order_by("pk").prefetch_related(answers)
    asked = ReadBack.objects.filter(Exists(mail)).prefetch_related(Prefetch("receivers", receivers))
    return map(Standing, asked)


def standing_below(messages: Sequence[Message]) -> dict[str, Standing]:
    """By Message-ID, for the messages of a page; no query where none of them is ours."""
    ours = [message.pk for message in messages if message.ours]
    found = standing_among(Message.objects.filter(pk__in=ours)) if ours else ()
    return {each.asked.message_id: each for each in found}


def owed_among(thread_ids: Collection[int]) -> dict[int, list[Settled]]:
    """By conversation, until when somebody of the other side has yet to say back a mail of ours; one query where nobody has."""
    messages = Message.objects.filter(thread__in=thread_ids)
    waiting = {
        (each.asked.desk_id, each.asked.message_id): each.asked
        for each in standing_among(messages)
        if each.waiting
    }
    owed: dict[int, list[Settled]] = {}
    mails = messages.filter(message_id__in={name for _desk, name in waiting}) if waiting else messages.none()
    for desk, name, thread, sent_at in mails.values_list("desk", "message_id", "thread", "sent_at"):
        asked = waiting.get((desk, name))
        if asked is not None and sent_at is not None:
            owed.setdefault(thread, []).append(Settled(asked.expected_by, sent_at))
    return owed


def due_for_saying_back(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """Those of them that are due at the moment by which the other side has to say back a mail of ours."""
    mail = Message.objects.filter(thread=OuterRef(OuterRef("pk")), ours=True)
    asked = ReadBack.objects.filter(
        desk=OuterRef("desk"), expected_by=OuterRef("due_at"), message_id__in=mail.values("message_id")
    )
    return threads.filter(Exists(asked), turn=Thread.Turn.THEIRS)
