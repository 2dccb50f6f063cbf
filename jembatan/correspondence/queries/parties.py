"""Who takes part in a thread, for its side panel."""

from dataclasses import dataclass

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.whatsapp_readings import number_of
from jembatan.correspondence.models import Recipient, Sender, Thread
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class PartyOfThread:
    """Someone outside who takes part, as the side panel lists them."""

    name: str
    email: str
    person: Person | None
    organisation: Organisation | None

    @property
    def chat_number(self) -> str:
        """The digits under which WhatsApp reaches them; "" for those who write by mail."""
        return number_of(self.email)


def parties_of(actor: Actor, thread: Thread) -> list[PartyOfThread]:
    """Everyone outside who wrote or was written to in this thread, writers first, each once."""
    writers = (
        visible_messages(actor)
        .filter(thread=thread, ours=False, sender__isnull=False)
        .order_by()
        .values_list("sender", flat=True)
    )
    receivers = Recipient.objects.filter(message__thread=thread).values_list("sender", flat=True)
    senders = (
        Sender.objects.filter(pk__in=writers.union(receivers), desk=actor.desk)
        .exclude(state=Sender.State.OURS)
        .select_related("person", "organisation")
        .annotate(writes=Q(pk__in=writers))
        .order_by("-writes", "name", "email")
    )
    seen: dict[object, PartyOfThread] = {}
    for sender in senders:
        name = sender.person.full_name if sender.person else str(sender)
        party = PartyOfThread(name, sender.email, sender.person, sender.organisation)
        seen.setdefault(sender.person or sender, party)
    return list(seen.values())
