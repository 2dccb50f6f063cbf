"""What a receiver says back: in the conversation, on the clock, and in the journal."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.models import Message, ReadBackAnswer, ReadBackReceiver, Thread
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking

ANSWERED = "read_back.answered"
LONGEST = 5000
MOST_ANSWERS = 20

Kind = ReadBackAnswer.Kind


@transaction.atomic
def say_back(receiver: ReadBackReceiver, *, kind: ReadBackAnswer.Kind, words: str = "") -> ReadBackAnswer:
    """Whoever has the link speaks for its receiver, without an account. The same answer twice is one.

    A correction makes it our turn and opens the conversation again. Raises `Refused` when the time is over, for a correction
    without words, and for too many or too long ones.
    """
    current = ReadBackReceiver.objects.select_for_update(of=("self",)).select_related(
        "read_back__desk", "person"
    )
    receiver = current.get(pk=receiver.pk)
    words = words.replace("\x00", "").replace("\r\n", "\n").strip()
    _check(receiver, kind, words)
    last = receiver.answers.order_by("given_at", "pk").last()
    if last is not None and (last.kind, last.words) == (kind, words):
        return last
    answer = ReadBackAnswer.objects.create(receiver=receiver, kind=kind, words=words)
    asked = receiver.read_back
    message = (
        Message.objects.select_related("thread__dossier")
        .filter(desk=asked.desk, message_id=asked.message_id)
        .first()
    )
    _tell(receiver, answer, message)
    if message is not None:
        if kind == Kind.CORRECTED:
            Thread.objects.filter(pk=message.thread_id).update(done_at=None)
        restate([message.thread])
    return answer


def _check(receiver: ReadBackReceiver, kind: str, words: str) -> None:
    if timezone.now() > receiver.read_back.until:
        raise Refused(_("The time to answer is over."))
    if kind == Kind.CORRECTED and not words:
        raise Refused(_("Write in your own words how you understand it."))
    if len(words) > LONGEST:
        raise Refused(_("Write at most %(most)s characters.") % {"most": LONGEST})
    if receiver.answers.count() >= MOST_ANSWERS:
        raise Refused(_("You have changed your answer many times. Please write a mail instead."))


def _tell(receiver: ReadBackReceiver, answer: ReadBackAnswer, message: Message | None) -> None:
    desk = receiver.read_back.desk
    with translation.override(desk.language):
        told = (
            _("%(name)s understands “%(subject)s” so.")
            if answer.kind == Kind.UNDERSTOOD
            else _("%(name)s corrects “%(subject)s”.")
        )
        summary = told % {"name": receiver.name, "subject": receiver.read_back.subject or _("(no subject)")}
    record(
        Actor(desk=desk, role=Role.READER, label=receiver.name),
        Line(
            kind=ANSWERED,
            summary=summary,
            detail=answer.words,
            parties=(receiver.person,) if receiver.person else (),
            dossier=message.thread.dossier if message else None,
            marking=Marking(message.thread.marking) if message else Marking.GREEN,
            source=(SOURCE, message.pk) if message else None,
        ),
    )
