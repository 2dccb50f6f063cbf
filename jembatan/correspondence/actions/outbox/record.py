"""What an attempt came to, and what follows for its mail: sent, tried again after a pause that grows, failed, or in doubt."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from jembatan.correspondence.events import MailQueued
from jembatan.correspondence.models import OutgoingMail, OutgoingReceiver, SendAttempt
from jembatan.correspondence.servers.smtp import Receipt
from jembatan.correspondence.servers.troubles import Refusal, ServerTrouble
from jembatan.platform.events import announce

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
GIVEN_UP_AFTER = timedelta(days=2)

State, Outcome = OutgoingMail.State, SendAttempt.Outcome
Standing = OutgoingReceiver.State


@transaction.atomic
def record_receipt(attempt: SendAttempt, receipt: Receipt) -> None:
    """Each receiver has the server's answer; those put off are tried again alone."""
    mail = _locked(attempt)
    mail.receivers.filter(email__in=receipt.accepted).update(state=Standing.ACCEPTED, words=receipt.words)
    _note(mail, receipt.refused, Standing.REFUSED)
    _note(mail, receipt.deferred, Standing.WAITING)
    mail.trouble = ""
    mail.words = receipt.words or next(iter((receipt.refused | receipt.deferred).values()), "")
    outcome = (
        Outcome.ACCEPTED if receipt.accepted else Outcome.DEFERRED if receipt.deferred else Outcome.REFUSED
    )
    _end(attempt, outcome, mail.words)
    _go_on(mail, attempt)


@transaction.atomic
def record_trouble(attempt: SendAttempt, trouble: ServerTrouble) -> None:
    """Nothing has left. A server that refuses the sender for good ends it; everything else may pass."""
    mail = _locked(attempt)
    mail.trouble, mail.words = trouble.trouble, trouble.words
    for_good = isinstance(trouble, Refusal) and trouble.for_good
    _end(attempt, Outcome.REFUSED if for_good else Outcome.DEFERRED, trouble.words)
    if for_good:
        mail.receivers.filter(state=Standing.WAITING).update(state=Standing.REFUSED, words=trouble.words)
    _go_on(mail, attempt)


@transaction.atomic
def record_doubt(attempt: SendAttempt, words: str) -> None:
    """The mail may have arrived. Only a person can tell, and nothing more happens until one has."""
    mail = _locked(attempt)
    _end(attempt, Outcome.DOUBTFUL, words)
    mail.state, mail.words = State.IN_DOUBT, words
    mail.save(update_fields=["state", "words"])


def _locked(attempt: SendAttempt) -> OutgoingMail:
    return OutgoingMail.objects.select_for_update().get(pk=attempt.mail_id)


def _end(attempt: SendAttempt, outcome: SendAttempt.Outcome, words: str) -> None:
    attempt.outcome, attempt.words, attempt.ended_at = outcome, words, timezone.now()
    attempt.save(update_fields=["outcome", "words", "ended_at"])


def _note(mail: OutgoingMail, answers: Mapping[str, str], state: OutgoingReceiver.State) -> None:
    for email, words in answers.items():
        mail.receivers.filter(email=email).update(state=state, words=words)


def _go_on(mail: OutgoingMail, attempt: SendAttempt) -> None:
    """Those whom no server has answered for good are tried again, for two days."""
    now = timezone.now()
    waiting = mail.receivers.filter(state=Standing.WAITING)
    if waiting.exists() and now - mail.attempts.earliest("number").started_at < GIVEN_UP_AFTER:
        mail.state = State.WAITING
        mail.due_at = now + PAUSES[min(attempt.number, len(PAUSES)) - 1]
        announce(MailQueued(mail.pk, mail.due_at))
    else:
        waiting.update(state=Standing.REFUSED)
        accepted = mail.receivers.filter(state=Standing.ACCEPTED).exists()
        mail.state = State.SENT if accepted else State.FAILED
    mail.save(update_fields=["state", "due_at", "trouble", "words"])
