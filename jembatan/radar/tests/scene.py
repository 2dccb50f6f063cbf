"""Mail with its lines in the journal, and a request that has waited for too long."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Sender, Thread
from jembatan.correspondence.tests.scene import message, thread
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.radar.actions.watch import watch
from jembatan.radar.models import Signal


def mail(
    actor: Actor, house: Organisation, person: Person | None, conversation: Thread, **fields: object
) -> Message:
    """The next of a conversation with somebody of the house, `ago` days ago, filed as mail is."""
    at = timezone.now() - timedelta(days=float(str(fields.pop("ago", 0))))
    ours = bool(fields.pop("sent", False))
    theirs = f"budi@house{house.pk}.example"
    fields |= {"email": "kerjasama@selatnusantara.example", "to": (theirs,)} if ours else {"email": theirs}
    made = message(conversation, **({"sent_at": at, "asks": not ours} | fields))  # type: ignore[arg-type]  # any of its fields
    Sender.objects.filter(desk=actor.desk, email=theirs).update(
        person=person, organisation=house, state=Sender.State.KNOWN, last_at=at
    )
    line = Line(
        kind="mail.sent" if ours else "mail.received",
        summary=made.subject,
        occurred_at=at,
        parties=[party for party in (person, house) if party],
        dossier=conversation.dossier,
        source=("message", made.pk),
        by=None if ours else "Budi Santoso",
    )
    record(actor, line)
    return made


def overdue(actor: Actor, house: Organisation, person: Person | None = None, **fields: object) -> Signal:
    """A request of the house has waited for twenty days."""
    conversation = thread(actor.desk, **fields)  # type: ignore[arg-type]  # any of its fields
    mail(actor, house, person, conversation, ago=20)
    watch(actor.desk)
    return Signal.objects.get(rule="unanswered", key__endswith=f"thread {conversation.pk}")
