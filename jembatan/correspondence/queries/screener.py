"""The screener: addresses nobody knows yet, the latest first, with what they last said and who they may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Sender
from jembatan.correspondence.queries.rows import snippet
from jembatan.correspondence.queries.visible import visible_messages, visible_senders
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.paging import Page, behind, mark_at

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Latest(TypedDict):
        latest_written: int | None
        latest_received: int | None

    type WaitingSender = WithAnnotations[Sender, _Latest]

PAGE = 30
COUNTED = 1000
CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the screener; `message` is the latest that the actor may see, `suggested` owns the address's domain."""

    sender: Sender
    message: Message | None
    snippet: str
    suggested: Organisation | None

    @property
    def label(self) -> str:
        """The name that the sender gives, else the address."""
        return str(self.sender)


def waiting_senders(actor: Actor) -> QuerySet[Sender]:
    """Addresses to be answered for now; those put off come back by themselves."""
    return visible_senders(actor).filter(
        Q(put_off_until__isnull=True) | Q(put_off_until__lte=timezone.now()), state=Sender.State.WAITING
    )


def waiting_count(actor: Actor) -> int:
    """How many wait now; the count stops at 1,000."""
    return waiting_senders(actor)[:COUNTED].count()


def page_of(actor: Actor, *, after: str = "") -> Page[Waiting]:
    """Thirty rows behind the mark, whatever their number in a constant number of queries."""
    rest = waiting_senders(actor).filter(behind(after, column="last_at", numbers="rising"))
    found = list(_annotated(actor, rest)[: PAGE + 1])
    shown = found[:PAGE]
    last = shown[-1] if len(found) > PAGE else None
    return Page(_rows(actor, shown), mark_at(last.last_at, last.pk) if last else "")


def row_of(actor: Actor, sender: Sender) -> Waiting:
    """The row of one address."""
    return _rows(actor, list(_annotated(actor, visible_senders(actor).filter(pk=sender.pk))))[0]


def candidates(actor: Actor, sender: Sender, *, text: str = "") -> list[Person]:
    """People whose name resembles the text, or without one the name that the sender gives; the nearest first."""
    wanted = fold(text or sender.name or sender.email.partition("@")[0])
    if not wanted:
        return []
    return list(
        visible_people(actor)
        .annotate(nearness=TrigramWordSimilarity(wanted, "search_text"))
        .filter(search_text__trigram_word_similar=wanted)
        .prefetch_related("positions__organisation")
        .order_by("-nearness", "sort_key", "pk")[:CANDIDATES]
    )


def _annotated(actor: Actor, senders: QuerySet[Sender]) -> "QuerySet[WaitingSender]":
    latest = visible_messages(actor).filter(sent_at__isnull=False).order_by("-sent_at").values("pk")
    received = Subquery(latest.filter(recipients__sender=OuterRef("pk"))[:1])
    return senders.order_by(F("last_at").desc(nulls_last=True), "pk").annotate(
        latest_written=Subquery(latest.filter(sender=OuterRef("pk"))[:1]),
        latest_received=Case(When(wrote=0, then=received)),
    )


def _rows(actor: Actor, senders: "Sequence[WaitingSender]") -> list[Waiting]:
    shown = {sender.pk: sender.latest_written or sender.latest_received for sender in senders}
    messages = visible_messages(actor).select_related("thread").in_bulk([pk for pk in shown.values() if pk])
    suggested = _suggested(actor, senders)
    rows = []
    for sender in senders:
        message = messages.get(shown[sender.pk] or 0)
        rows.append(
            Waiting(sender, message, snippet(message.text) if message else "", suggested.get(sender.email))
        )
    return rows


def _suggested(actor: Actor, senders: "Sequence[WaitingSender]") -> dict[str, Organisation]:
    owners = {
        email: parties.organisation_id
        for email, parties in parties_by_email(actor.desk, [sender.email for sender in senders]).items()
        if parties.organisation_id
    }
    organisations = visible_organisations(actor).in_bulk(set(owners.values()))
    return {email: organisations[pk] for email, pk in owners.items() if pk in organisations}
