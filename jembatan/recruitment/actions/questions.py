"""The questions of a call's form."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.recruitment.actions.calls import held
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Call, Question

MOST_QUESTIONS = 40
WORDS = ("label_en", "label_id", "options", "required")
REMOVED = gettext_lazy(
    "Somebody has removed this question meanwhile. Ask it again, if it is needed after all."
)


@transaction.atomic
def add_question(actor: Actor, call: Call, values: Mapping[str, Any]) -> Question:
    """At the end of the form. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, call)
    if current.questions.count() >= MOST_QUESTIONS:
        raise Refused(_("A form has forty questions at most."))
    if values["kind"] == Question.Kind.LANGUAGES and current.questions.filter(kind="languages").exists():
        raise Refused(_("The form asks for languages already."))
    last = current.questions.aggregate(last=Max("position"))["last"]
    return _kept(Question(call=current, position=0 if last is None else last + 1, **values))


@transaction.atomic
def word_question(actor: Actor, question: Question, values: Mapping[str, Any]) -> Question:
    """Other words, of the same kind. Raises `Refused` where options are gone that somebody has chosen, or the whole question is."""
    require_officer(actor)
    worded = next((each for each in _asked(actor, question) if each == question), None)
    if worded is None:
        raise Refused(str(REMOVED))
    for name in WORDS:
        setattr(worded, name, values[name])
    if worded.kind == Question.Kind.CHOICE:
        offered = {kept for kept, _shown in worded.choices("en")}
        gone = worded.answers.exclude(text__in=offered).values_list("text", flat=True).first()
        if gone is not None:
            raise Refused(
                _("Somebody has chosen “%(option)s” already. Leave it among the options.") % {"option": gone}
            )
    return _kept(worded)


@transaction.atomic
def ask_earlier(actor: Actor, question: Question) -> None:
    """Before the one that was before it; nothing for the first. Raises `Refused` for one that is gone."""
    require_officer(actor)
    order = _asked(actor, question)
    if question not in order:
        raise Refused(str(REMOVED))
    at = order.index(question)
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    for position, each in enumerate(order):
        each.position = position
    Question.objects.bulk_update(order, ["position"])


@transaction.atomic
def remove_question(actor: Actor, question: Question) -> None:
    """It is not asked. Raises `Refused` for one that somebody has answered."""
    require_officer(actor)
    held(actor, question.call)
    if question.answers.exists():
        raise Refused(_("Somebody has answered this question already. It stays."))
    question.delete()


def _asked(actor: Actor, question: Question) -> list[Question]:
    """What the call of this question asks, in order; the call is held."""
    return list(held(actor, question.call).questions.all())


def _kept(question: Question) -> Question:
    if question.kind == Question.Kind.CHOICE and len(question.choices("en")) < 2:
        raise Refused(_("Write at least two options, one on each line."))
    try:
        question.full_clean()
    except ValidationError as fault:
        raise Refused(" ".join(fault.messages)) from fault
    question.save()
    return question
