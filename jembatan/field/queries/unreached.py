"""Who has not heard of their duties, or of what changed, and how they can be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.field.access import READABLE
from jembatan.field.models import Phone, Unreached
from jembatan.field.queries.change_letters import change_letters
from jembatan.platform.whatsapp import whatsapp_link
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_officers


@dataclass(frozen=True, slots=True)
class NotReached:
    """`text` is what the letter would say now; `chat` opens WhatsApp with it, where there is a number with its country."""

    row: Unreached
    text: str

    @property
    def chat(self) -> str:
        """The address."""
        return whatsapp_link(self.row.officer.phone, self.text)


def still_unreached(now: datetime) -> QuerySet[Unreached]:
    """Nobody has told them, and their phone has not shown it by itself since; as long as the programme lasts."""
    shown = Phone.objects.filter(officer=OuterRef("officer"), ended_at=None, seen_at__gt=OuterRef("since"))
    found = Unreached.objects.filter(
        ~Exists(shown),
        told_at=None,
        officer__programme__last_day__gte=now.date(),
        officer__programme__marking__in=READABLE,
    )
    return found.exclude(officer__status=Officer.Status.ENDED)


def unreached_in(programme: Programme, now: datetime) -> QuerySet[Unreached]:
    """Those of a programme who wait longest first."""
    found = still_unreached(now).filter(officer__programme=programme)
    return found.select_related("officer__programme__desk").order_by("since", "pk")


def with_words(rows: Iterable[Unreached], now: datetime) -> list[NotReached]:
    """Three queries for all of them."""
    listed = list(rows)
    first = {row.officer_id for row in listed if row.first}
    letters = change_letters([row.officer for row in listed], now, first=first) if listed else {}
    return [NotReached(row, letters[row.officer_id].text) for row in listed]


def visible_unreached(actor: Actor) -> QuerySet[Unreached]:
    """Of officers whom the actor sees."""
    return Unreached.objects.filter(officer__in=visible_officers(actor).values("pk")).select_related(
        "officer"
    )
