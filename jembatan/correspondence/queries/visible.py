"""Which conversations an actor may see; every other query starts from here."""

from django.db.models import Exists, OuterRef, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.correspondence.models import Message, MessageAttachment, Recipient, Sender, Thread
from jembatan.dossiers.queries.visible import within_visible_dossiers


def visible_threads(actor: Actor, *, emptied_too: bool = False) -> QuerySet[Thread]:
    """Threads of the desk outside dossiers that are closed to the actor; one emptied by a merge is no conversation."""
    threads = Thread.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
    return threads if emptied_too else threads.filter(message_count__gt=0)


def visible_messages(actor: Actor) -> QuerySet[Message]:
    """Messages of those threads, without the columns that only search and details need."""
    within = within_visible_dossiers(actor, field="thread__dossier")
    return Message.objects.filter(within, desk=actor.desk).defer("search", "head")


def visible_attachments(actor: Actor) -> QuerySet[MessageAttachment]:
    """What came with those messages."""
    within = within_visible_dossiers(actor, field="message__thread__dossier")
    return MessageAttachment.objects.filter(within, message__desk=actor.desk).select_related("file")


def visible_senders(actor: Actor) -> QuerySet[Sender]:
    """Every address that the desk has exchanged mail with; not those whose mail all lies in dossiers closed to the actor."""
    senders = Sender.objects.filter(desk=actor.desk)
    if actor.role == Role.HEAD:
        return senders
    within = within_visible_dossiers(actor, field="message__thread__dossier")
    addressed = Recipient.objects.filter(sender=OuterRef("pk"))
    wrote, was_written_to = Message.objects.filter(sender=OuterRef("pk")), addressed.filter(within)
    wrote_openly = wrote.filter(within_visible_dossiers(actor, field="thread__dossier"))
    unheard = ~Exists(wrote) & ~Exists(addressed)
    return senders.filter(Exists(wrote_openly) | Exists(was_written_to) | unheard)
