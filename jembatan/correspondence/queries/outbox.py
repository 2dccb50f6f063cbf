"""The outbox, as far as the actor may see the conversations that its mails belong to."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail, OutgoingReceiver, Thread
from jembatan.correspondence.queries.matters import unfiled_kinds, within_visible_matters
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.platform.prepared import Prepared

State = OutgoingMail.State
NEEDS_SOMEBODY = (State.IN_DOUBT, State.FAILED)
ON_ITS_WAY = (State.WAITING, State.SENDING)


def visible_outgoing(actor: Actor) -> QuerySet[OutgoingMail]:
    """Mail of the desk; one that answers a message, carries a statement, or is about another record, is seen by whoever sees that."""
    within = within_visible_dossiers(actor, field="draft__answers__thread__dossier")
    within &= within_visible_dossiers(actor, field="draft__statement__dossier")
    within &= within_visible_matters(actor, prefix="draft__")
    return OutgoingMail.objects.filter(within, desk=actor.desk)


def standing(actor: Actor) -> QuerySet[OutgoingMail]:
    """What is not settled: in doubt and failed (unless it is being written again), waiting, or refused for some receivers.

    Mails of announcements that are on their way are their announcement's, and those that remind members go by themselves.
    """
    written_again = Q(state=State.FAILED, draft__state__in=["open", "discarded"])
    later = OutgoingMail.objects.filter(draft=OuterRef("draft"), pk__gt=OuterRef("pk"))
    unsettled = Q(state__in=[*NEEDS_SOMEBODY, *ON_ITS_WAY])
    by_itself = Q(state__in=ON_ITS_WAY) & (Q(announced__isnull=False) | Q(reminds__isnull=False))
    mails = visible_outgoing(actor).filter(unsettled).exclude(written_again).exclude(by_itself)
    return _told(mails.filter(~Exists(later)).order_by("due_at", "pk"))


def needing_somebody(actor: Actor) -> QuerySet[OutgoingMail]:
    """Of those, what does not go on by itself: in doubt, or failed."""
    return standing(actor).filter(state__in=NEEDS_SOMEBODY)


def lately_sent(actor: Actor) -> QuerySet[OutgoingMail]:
    """Those that a server has taken, the latest first; announcements show theirs, and reminders are no correspondence."""
    sent = visible_outgoing(actor).filter(state=State.SENT, announced__isnull=True, reminds__isnull=True)
    return _told(sent.order_by("-due_at", "-pk"))


def standing_in(actor: Actor, thread: Thread) -> list[OutgoingMail]:
    """What is not settled of the answers to this conversation."""
    if not _UNSETTLED_IN.rows(thread.pk):
        return []
    return list(standing(actor).filter(draft__answers__thread=thread))


_UNSETTLED_IN = Prepared(
    lambda thread: OutgoingMail.objects.filter(
        draft__answers__thread=thread, state__in=[*NEEDS_SOMEBODY, *ON_ITS_WAY]
    ).only("pk")[:1],
    -1,
)


def to_work_on() -> list[int]:
    """Ids of mails of all desks that a worker has to look at: due, left by a killed worker, or taken and not filed."""
    due = Q(state=State.WAITING, due_at__lte=timezone.now()) | Q(state=State.SENDING)
    accepted = OutgoingReceiver.objects.filter(mail=OuterRef("pk"), state="accepted")
    unfiled = Q(state=State.SENT, filed_as__isnull=True) & ~Q(draft__matter_kind__in=unfiled_kinds())
    to_file = unfiled & Q(Exists(accepted))
    return list(OutgoingMail.objects.filter(due | to_file).order_by("due_at").values_list("pk", flat=True))


def _told(mails: QuerySet[OutgoingMail]) -> QuerySet[OutgoingMail]:
    receivers = Prefetch("receivers", OutgoingReceiver.objects.order_by("pk"))
    return mails.select_related("queued_by", "draft__answers", "from_address").prefetch_related(receivers)
