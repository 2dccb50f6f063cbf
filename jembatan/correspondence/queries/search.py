"""Messages in the search of the house."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.queries.rows import who_wrote
from jembatan.correspondence.queries.turns import TURNS
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines

SHOWN = (
    "subject",
    "sent_at",
    "from_name",
    "from_email",
    "thread__marking",
    "thread__turn",
    "thread__done_at",
)
SHOWN_OF_SENDER = ("sender__person__full_name", "sender__organisation__name")


class MessageSource:
    """Subjects, names, addresses and texts, of messages in threads that the actor may see."""

    kind = "messages"
    label = _("Messages")
    icon = "mail"

    parameter = "turn"
    choices = TURNS

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best first; a hit bears the marking of its thread, and says whose turn it is there."""
        return self._found(actor, visible_messages(actor), text, limit=limit)

    def find_narrowed(self, actor: Actor, text: str, choice: str, *, limit: int) -> list[Hit]:
        """Likewise, in open conversations in which it is that side's turn."""
        messages = visible_messages(actor).filter(thread__done_at__isnull=True, thread__turn=choice)
        return self._found(actor, messages, text, limit=limit)

    def _found(self, actor: Actor, messages: QuerySet[Message], text: str, *, limit: int) -> list[Hit]:
        seen = messages.select_related("thread", "sender__person", "sender__organisation")
        found = best_matches(seen.only(*SHOWN, *SHOWN_OF_SENDER), text, limit=limit)
        passages = headlines(visible_messages(actor), text, field="text", pks=[each.pk for each in found])
        return [_hit(message, passages.get(message.pk, "")) for message in found]


def _hit(message: Message, passage: str) -> Hit:
    who, thread = who_wrote(message), message.thread
    waits = thread.done_at is None and thread.turn != Thread.Turn.NOBODYS
    words = [
        who.name,
        who.organisation.name if who.organisation else "",
        thread.get_turn_display() if waits else "",
    ]
    return Hit(
        title=message.subject or str(_("(no subject)")),
        subtitle=" · ".join(filter(None, words)),
        url=reverse("correspondence:message", args=[message.pk]),
        marking=thread.marking,
        moment=message.sent_at,
        snippet=passage,
    )
