"""The first step of a playbook, drafted: a reply to the evidence, or a mail to the partner."""

from django.conf import settings
from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_answer, start_letter
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, Message, Sender
from jembatan.correspondence.queries.bounces import bounced_among
from jembatan.correspondence.queries.visible import visible_messages, visible_senders
from jembatan.directory.queries.salutations import salutation
from jembatan.platform.access import require_writer
from jembatan.radar.models import Signal
from jembatan.radar.queries.partners import ADDRESS
from jembatan.radar.queries.visible import visible_signals
from jembatan.radar.queries.wording.drafted import drafted
from jembatan.radar.queries.wording.rules import WORDS

MATTER = "signal"
KNOWN = {code for code, _name in settings.LANGUAGES}


@transaction.atomic
def draft_first_step(actor: Actor, signal: Signal) -> Draft:
    """Begun in the partner's language, with the right form of address; a reply that somebody has begun is left as it is.

    What is no reply is about the signal, and seen by whoever sees that.
    """
    require_writer(actor)
    current = visible_signals(actor).get(pk=signal.pk)
    message = _evidence(actor, current)
    if WORDS[current.rule].step == "reply" and message is not None:
        try:
            return _reply(actor, current, message)
        except Refused:
            pass  # Nobody reads there: a new mail to somebody who does.
    receiver = _receiver(actor, current)
    language = _language(actor, receiver)
    subject, text = drafted(current, language=language)
    return start_letter(
        actor,
        about=None,
        to=receiver.email if receiver else "",
        subject=subject or (message.subject if message else ""),
        text=_greeted(receiver, text, language),
        matter=(MATTER, current.pk),
    )


def _reply(actor: Actor, signal: Signal, message: Message) -> Draft:
    draft = start_answer(actor, message, kind=Draft.Kind.REPLY)
    if not draft.text.strip():
        receiver = _receiver(actor, signal)
        language = message.language if message.language in KNOWN else _language(actor, receiver)
        draft.text = _greeted(receiver, drafted(signal, language=language)[1], language)
        draft.save(update_fields=["text"])
        draft.versions.update(text=draft.text)
    return draft


def _evidence(actor: Actor, signal: Signal) -> Message | None:
    """The last mail among the evidence."""
    named = signal.evidence.filter(entry__source_kind="message").values("entry__source_id")
    return visible_messages(actor).filter(pk__in=named).order_by("-sent_at", "-pk").first()


def _receiver(actor: Actor, signal: Signal) -> Sender | None:
    """Whoever of theirs was heard of last, at an address that mail reaches."""
    senders = visible_senders(actor).exclude(state__in=[Sender.State.OURS, Sender.State.DECLINED])
    if signal.organisation_id:
        senders = senders.filter(organisation=signal.organisation_id)
    elif signal.person_id:
        senders = senders.filter(person=signal.person_id)
    else:
        senders = senders.filter(pk=signal.partner // 3 if signal.partner % 3 == ADDRESS else 0)
    latest = list(senders.select_related("person", "organisation").order_by("-last_at", "pk")[:10])
    lost = bounced_among(actor, [each.email for each in latest])
    return next((each for each in latest if each.email not in lost), None)


def _language(actor: Actor, receiver: Sender | None) -> str:
    spoken = [*(receiver.person.languages if receiver and receiver.person else ())]
    spoken += receiver.organisation.languages if receiver and receiver.organisation else []
    return next((each[:2] for each in spoken if each[:2] in KNOWN), actor.desk.language)


def _greeted(receiver: Sender | None, text: str, language: str) -> str:
    greeting = salutation(receiver.person if receiver else None, language=language)
    return f"{greeting}\n\n{text}"
