"""What was exchanged with a party, for briefs and for the party's own page."""

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient, Sender, Thread
from jembatan.correspondence.queries.inbox import LATEST_FIRST, threads_with
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import Organisation, Person

READ = (
    *("subject", "sent_at", "filed_at", "ours", "from_name", "from_email", "text", "thread__marking"),
    *("sender__person__full_name", "sender__organisation__name"),
)

type Party = Person | Organisation


def last_exchanges(actor: Actor, party: Party, limit: int) -> list[Message]:
    """The latest messages that the party wrote or received, with their threads and senders."""
    addresses = Sender.objects.filter(addresses_of(party), desk=actor.desk).values("pk")
    wrote = Message.objects.filter(sender__in=addresses).values("pk")
    received = Recipient.objects.filter(sender__in=addresses).values("message")
    return list(
        visible_messages(actor)
        .filter(pk__in=wrote.union(received))
        .select_related("thread", "sender__person", "sender__organisation")
        .only(*READ)
        .order_by(F("sent_at").desc(nulls_last=True), "-pk")[:limit]
    )


def open_threads(actor: Actor, party: Party) -> list[Thread]:
    """Conversations with the party in which someone has to speak next, the latest first."""
    return list(awaited_with(actor, party).select_related("owner", "dossier").order_by(*LATEST_FIRST))


def awaited_with(actor: Actor, party: Party) -> QuerySet[Thread]:
    """Open conversations with the party in which someone has to speak next."""
    return all_with(actor, party).filter(done_at__isnull=True).exclude(turn=Thread.Turn.NOBODYS)


def all_with(actor: Actor, party: Party) -> QuerySet[Thread]:
    """Conversations with the party, closed ones too."""
    return threads_with(actor, addresses_of(party))


def addresses_of(party: Party) -> Q:
    """A condition on senders: those behind whom the party stands."""
    return Q(person=party) if isinstance(party, Person) else Q(organisation=party)
