"""By whose turn it is: what a list of conversations, messages or partners can be narrowed to."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient, Sender
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.directory.models import Organisation, Person

TURNS: Mapping[str, str | Promise] = {
    "ours": _("Our turn"),
    "theirs": _("Their turn"),
    "nobodys": _("Nobody's turn"),
}


def parties_with_turn[P: (Organisation, Person)](
    actor: Actor, parties: QuerySet[P], turn: str
) -> QuerySet[P]:
    """Those with whom a conversation is open, that the actor may see, in which it is this side's turn."""
    field = "person" if parties.model is Person else "organisation"
    waiting = visible_threads(actor).filter(done_at__isnull=True, turn=turn).values("pk")
    known = Sender.objects.filter(desk=actor.desk, **{f"{field}__isnull": False})
    wrote = Message.objects.filter(thread__in=waiting, sender__in=known).values(f"sender__{field}")
    received = Recipient.objects.filter(message__thread__in=waiting, sender__in=known).values(
        f"sender__{field}"
    )
    return parties.filter(pk__in=wrote.union(received))
