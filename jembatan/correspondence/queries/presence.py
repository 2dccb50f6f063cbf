"""Who else has a conversation open, who is writing an answer to it, and who has begun or sent one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.models import Draft, DraftVersion, Message, OutgoingMail, Presence, Thread
from jembatan.correspondence.queries.drafts import drafts_in, open_drafts
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.prepared import Prepared

LOOKS_FOR = timedelta(seconds=40)
WRITES_FOR = timedelta(seconds=60)
REPLIES = (Draft.Kind.REPLY, Draft.Kind.REPLY_ALL)


@dataclass(frozen=True, slots=True)
class Present:
    """A colleague at the same conversation; `draft` is the answer that is being typed right now."""

    user: User
    draft: Draft | None = None


def others_at(actor: Actor, thread: Thread, drafts: Iterable[Draft] | None = None) -> list[Present]:
    """Colleagues, those who write first; `drafts` are the open answers to it, where they are at hand."""
    if drafts is None:
        drafts = drafts_in(actor, thread)
    since = timezone.now() - WRITES_FOR
    typed = [draft for draft in drafts if draft.saved_at > since and draft.version != 1]
    return _others(actor, visible_threads(actor).filter(pk=thread.pk), typed).get(thread.pk, [])


def others_among(actor: Actor, threads: QuerySet[Thread] | None = None) -> dict[int, list[Present]]:
    """By conversation, of these (which the actor may see) or of all that the actor may see; two queries."""
    within = visible_threads(actor) if threads is None else threads
    since = timezone.now() - WRITES_FOR
    typed: Iterable[Draft] = ()
    if _TYPED_AT.rows(actor.desk.pk, since):
        typed = open_drafts(actor).filter(answers__thread__in=within, saved_at__gt=since).exclude(version=1)
    return _others(actor, within, typed)


_TYPED_AT = Prepared(
    lambda desk, since: Draft.objects.filter(
        desk=desk, state=Draft.State.OPEN, answers__isnull=False, saved_at__gt=since
    ).only("pk")[:1],
    -1,
    datetime(1, 1, 2, tzinfo=UTC),
)


def _others(actor: Actor, within: QuerySet[Thread], typed: Iterable[Draft]) -> dict[int, list[Present]]:
    found: dict[int, list[Present]] = {}
    there: set[tuple[int, int]] = set()
    for draft in typed:
        if draft.answers and draft.saved_by and draft.saved_by != actor.user:
            at = (draft.answers.thread_id, draft.saved_by.pk)
            if at not in there:
                there.add(at)
                found.setdefault(at[0], []).append(Present(draft.saved_by, draft))
    looking = Presence.objects.filter(
        desk=actor.desk, thread__in=within, seen_at__gt=timezone.now() - LOOKS_FOR
    )
    if actor.user:
        looking = looking.exclude(user=actor.user)
    for each in looking.select_related("user").order_by("user__full_name"):
        if (each.thread_id, each.user_id) not in there:
            found.setdefault(each.thread_id, []).append(Present(each.user))
    return found


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer that a colleague has begun and not sent."""

    draft: Draft
    name: str
    at: datetime

    @property
    def just_now(self) -> bool:
        """Less than a minute ago."""
        return timezone.now() - self.at < timedelta(minutes=1)


def begun_by_others(actor: Actor, message: Message) -> list[Begun]:
    """Open replies to this very message that colleagues have begun, the latest first."""
    first = DraftVersion.objects.filter(draft=OuterRef("pk")).order_by("version")
    replies = open_drafts(actor).filter(answers=message, kind__in=REPLIES)
    begun = replies.annotate(begun_by=Subquery(first.values("user")[:1]))
    found = [draft for draft in begun if draft.begun_by and draft.begun_by != _id(actor)]
    names = User.objects.in_bulk({draft.begun_by for draft in found})
    return [Begun(draft, names[draft.begun_by].full_name, draft.created_at) for draft in found]


def sent_since(actor: Actor, draft: Draft) -> QuerySet[OutgoingMail]:
    """Answers in the same conversation that colleagues have put into the outbox since this draft was begun, the latest first."""
    if draft.answers is None:
        return OutgoingMail.objects.none()
    left = OutgoingMail.objects.filter(
        desk=actor.desk,
        draft__answers__thread=draft.answers.thread_id,
        draft__kind__in=REPLIES,
        queued_at__gte=draft.created_at,
    )
    gone = (OutgoingMail.State.WITHDRAWN, OutgoingMail.State.FAILED)
    left = left.exclude(state__in=gone).exclude(queued_by=actor.user).exclude(draft=draft)
    return left.select_related("queued_by").order_by("-queued_at", "-pk")


def answered_elsewhere(draft: Draft) -> QuerySet[Message]:
    """Answers of ours that came in by another way (a telephone, another program) since the draft was begun, the latest first."""
    if draft.answers is None:
        return Message.objects.none()
    ours = Message.objects.filter(thread=draft.answers.thread_id, ours=True, automatic=False, internal=False)
    since = ours.filter(sent_at__gte=draft.created_at, outgoing__isnull=True)
    return since.defer("search", "head", "html").order_by("-sent_at", "-pk")


def _id(actor: Actor) -> int | None:
    return actor.user.pk if actor.user else None
