"""Reminding a partner politely: a draft like any other, with a link by which they answer. Nothing leaves by itself."""

from dataclasses import replace
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import held
from jembatan.commitments.actions.told import SOURCE
from jembatan.commitments.models import Commitment, PartnerQuestion
from jembatan.commitments.queries.chaser import language_for, letter_of, receiver_for, subject_of
from jembatan.correspondence.actions.drafts.start import start_answer, start_letter
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft

OPEN_FOR = timedelta(days=30)


@transaction.atomic
def ask_partner(actor: Actor, commitment: Commitment) -> PartnerQuestion:
    """A draft that answers the mail in which it was said, else a new one; whatever stands in it already stays below.

    While a letter of that kind is still being written, that one, with a link for how the promise is marked by now; else a new one: once it leaves, earlier links are worth nothing any more. Raises `ValidationError` for a promise that is kept or withdrawn.
    """
    current = held(actor, commitment)
    if not current.is_open:
        raise ValidationError(_("This promise is no longer open."))
    last = current.questions.select_related("letter").order_by("pk").last()
    if last and last.letter and last.letter.state == Draft.State.OPEN and last.until > timezone.now():
        last.marking, last.restricted = current.marking, _is_restricted(current)
        last.save(update_fields=["marking", "restricted"])
        return last
    question = PartnerQuestion(
        commitment=current,
        person=current.person,
        name=current.person.addressed_as if current.person else str(current.partner or ""),
        language=language_for(actor, current),
        shown=current.evidence or current.what,
        marking=current.marking,
        restricted=_is_restricted(current),
        until=(timezone.now() + OPEN_FOR).replace(microsecond=0),
        asked_by=actor.user,
    )
    draft = _draft(actor, question)
    question.letter = draft
    question.save()
    content = Content(
        from_address=draft.from_address,
        to=draft.to,
        cc=draft.cc,
        bcc=draft.bcc,
        subject=draft.subject,
        text=draft.text,
        formatted=draft.formatted,
        quote=draft.quote,
        read_back=draft.read_back,
        read_back_points=draft.read_back_points,
    )
    text = letter_of(question) + (f"\n{draft.text}" if draft.text.strip() else "")
    question.letter = save_draft(actor, draft, replace(content, text=text), version=draft.version)
    return question


def _is_restricted(promise: Commitment) -> bool:
    return bool(promise.dossier and promise.dossier.restricted)


def _draft(actor: Actor, question: PartnerQuestion) -> Draft:
    promise = question.commitment
    if promise.message is not None:
        try:
            return start_answer(actor, promise.message, kind=Draft.Kind.REPLY, own=True)
        except Refused:  # a chat, or an address at which nobody reads
            pass
    return start_letter(
        actor,
        about=None,
        to=receiver_for(promise),
        subject=subject_of(question),
        text="",
        matter=(SOURCE, promise.pk),
    )
