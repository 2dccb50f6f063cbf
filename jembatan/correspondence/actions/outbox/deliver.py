"""What a worker does with a mail that is due. It may be killed between any two lines.

    claim      the mail is `sending`, an attempt is written                  killed here: nothing has left, it is tried again
    deliver    connect, sign in, receivers, the message without its end      killed here: the same
    hand over  the attempt says so, then the end of the message is sent      killed here: `in doubt`, for a person to decide
    record     each receiver's answer, and what follows for the mail         killed here: it is sent, and filed by the next run
    file       the copy in its conversation, with its line in the journal

A mail is thus sent once, or visibly in doubt. It is never sent again by itself after its end may have been sent.
"""

from django.db import transaction
from django.utils import timezone

from jembatan.correspondence.actions.lines.stop import stop_outdated
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.actions.outbox.hold import alone_with
from jembatan.correspondence.actions.outbox.record import record_doubt, record_receipt, record_trouble
from jembatan.correspondence.models import OutgoingMail, SendAttempt
from jembatan.correspondence.queries.sending import server_of
from jembatan.correspondence.servers.smtp import Unanswered, deliver
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.platform.files.store import open_stored

State, Outcome = OutgoingMail.State, SendAttempt.Outcome


def work_on(mail_id: int) -> None:
    """Do with the mail whatever is due; nothing where another process is at it. Safe to repeat at any time."""
    with alone_with(mail_id) as alone:
        if not alone:
            return
        _settle_lost(mail_id)
        stop_outdated(mail_id)
        attempt = _claim(mail_id)
        if attempt is not None:
            _attempt(attempt)
        file_sent(mail_id)


@transaction.atomic
def _settle_lost(mail_id: int) -> None:
    """A mail that is `sending` while nobody works on it: its worker was killed, and its attempt tells how far that one got."""
    mail = OutgoingMail.objects.select_for_update().filter(pk=mail_id, state=State.SENDING).first()
    if mail is None:
        return
    attempt = mail.attempts.latest("number")
    if attempt.handed_over_at is not None:
        record_doubt(attempt, "")
        return
    attempt.outcome, attempt.ended_at = Outcome.LOST, timezone.now()
    attempt.save(update_fields=["outcome", "ended_at"])
    mail.state = State.WAITING
    mail.save(update_fields=["state"])


@transaction.atomic
def _claim(mail_id: int) -> SendAttempt | None:
    """The attempt that begins now, if the mail is due; from here on nobody can take it back."""
    waiting = OutgoingMail.objects.select_for_update().filter(pk=mail_id, state=State.WAITING)
    mail = waiting.filter(due_at__lte=timezone.now()).first()
    if mail is None:
        return None
    mail.state = State.SENDING
    mail.save(update_fields=["state"])
    return SendAttempt.objects.create(mail=mail, number=mail.attempts.count() + 1)


def _attempt(attempt: SendAttempt) -> None:
    mail = OutgoingMail.objects.select_related("raw", "from_address__server").get(pk=attempt.mail_id)
    waiting = list(mail.receivers.filter(state="waiting").order_by("pk").values_list("email", flat=True))
    with open_stored(mail.raw) as stored:
        raw = stored.read()

    def hand_over() -> None:
        SendAttempt.objects.filter(pk=attempt.pk).update(handed_over_at=timezone.now())

    try:
        receipt = deliver(
            server_of(mail.from_address.server),
            sender=mail.from_address.email,
            receivers=waiting,
            raw=raw,
            before_the_end=hand_over,
        )
    except ServerTrouble as trouble:
        record_trouble(attempt, trouble)
    except Unanswered as broken:
        record_doubt(attempt, str(broken))
    else:
        record_receipt(attempt, receipt)
