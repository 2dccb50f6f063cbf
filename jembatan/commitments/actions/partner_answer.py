"""What a partner says by their link, and what we make of it. The link is the permission."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep
from jembatan.commitments.actions.record import held
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.actions.told import tell_answer
from jembatan.commitments.models import PartnerAnswer
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.partner_link import is_good, question_behind
from jembatan.commitments.queries.partner_said import answers_to
from jembatan.platform.access import require_writer
from jembatan.platform.links import LinkTo

LONGEST, MOST_ANSWERS = 2000, 20
Kind = PartnerAnswer.Kind


class LinkOver(Exception):
    """It is expired or replaced, or the promise may not be shown any more."""


@transaction.atomic
def answer_promise(
    to: LinkTo, *, kind: PartnerAnswer.Kind, due: date | None = None, words: str = ""
) -> PartnerAnswer:
    """The same answer twice is one. The promise itself stays as it is. Raises `LinkOver`, `ValidationError`."""
    question = question_behind(to, held=True)
    if question is None or not is_good(to, question):
        raise LinkOver
    words = words.replace("\x00", "").replace("\r\n", "\n").strip()
    if not question.commitment.is_open:
        raise ValidationError(_("Nothing is open there any more. Thank you."))
    if kind == Kind.ANOTHER_DAY and due is None:
        raise ValidationError(_("Name the day by which you can do it."))
    if kind == Kind.ANOTHER_DAY and due is not None and due < today_at(question.commitment.desk):
        raise ValidationError(_("Choose a day that is still to come."))
    if len(words) > LONGEST:
        raise ValidationError(_("This is too long. Please shorten it."))
    said = {"kind": kind, "due": due if kind == Kind.ANOTHER_DAY else None, "words": words}
    last = question.answers.order_by("pk").last()
    if last is not None and all(getattr(last, name) == value for name, value in said.items()):
        return last
    if question.answers.count() >= MOST_ANSWERS:
        raise ValidationError(_("You have changed your answer many times. Please write a mail instead."))
    given = PartnerAnswer.objects.create(question=question, **said)
    tell_answer(given)
    return given


@transaction.atomic
def accept_answer(actor: Actor, answer: PartnerAnswer) -> None:
    """The day moves, or the promise is kept. Raises `ValidationError` for one that waits for nobody: the last one counts."""
    current = _waiting(actor, answer)
    promise = current.question.commitment
    if not promise.is_open:
        raise ValidationError(_("This promise is no longer open."))
    if current.kind == Kind.DONE:
        keep(actor, promise)
    elif current.due is not None:
        name = current.question.name
        why = _("%(name)s: %(words)s") % {"name": name, "words": current.words} if current.words else ""
        renegotiate(actor, promise, current.due, why or _("%(name)s proposed it by link.") % {"name": name})
    _settle(actor, current, accepted=True)


@transaction.atomic
def leave_answer(actor: Actor, answer: PartnerAnswer) -> None:
    """The promise stays as it is. Raises `ValidationError`."""
    _settle(actor, _waiting(actor, answer), accepted=False)


def _waiting(actor: Actor, answer: PartnerAnswer) -> PartnerAnswer:
    require_writer(actor)
    promise = held(actor, answer.question.commitment)
    current = PartnerAnswer.objects.select_related("question__commitment").get(pk=answer.pk)
    if (
        current != answers_to(promise).first()
        or current.kind == Kind.CONFIRMED
        or current.accepted is not None
    ):
        raise ValidationError(_("Nothing of it waits for you any more."))
    return current


def _settle(actor: Actor, answer: PartnerAnswer, *, accepted: bool) -> None:
    answer.accepted, answer.settled_by = accepted, actor.user
    answer.save(update_fields=["accepted", "settled_by"])
