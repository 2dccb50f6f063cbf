"""What the minutes say, how they came to say it since a moment, and who is writing now."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max, QuerySet
from django.utils import timezone

from jembatan.accounts.models import User
from jembatan.meetings.models import Minutes, MinutesPen, MinutesSection

HERE = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote, and when last."""

    name: str
    wrote_at: object


def sections_of(minutes: Minutes) -> list[MinutesSection]:
    """The whole first, then the points in their order, then those that were taken out after something was written about them."""
    rows = minutes.sections.select_related("item__owner").defer("document")
    shown = [row for row in rows if row.item is None or row.stands_on_agenda or row.text.strip()]
    return sorted(shown, key=_order)


def _order(section: MinutesSection) -> tuple[int, int, int]:
    if section.item is None:
        return (0, 0, 0)
    position = section.item.position
    return (1, position, 0) if position is not None else (2, 0, section.item.pk)


def since(minutes: Minutes, number: int) -> dict[int, list[bytes]]:
    """By section, the updates after that number, in order; for what is older than its record, the whole document comes first."""
    found: dict[int, list[bytes]] = {}
    folded = minutes.sections.filter(folded__gt=number).values_list("pk", "document")
    for section_id, document in folded:
        found[section_id] = [bytes(document)]
    rows = minutes.updates.filter(number__gt=number).order_by("number").values_list("section", "content")
    for section_id, content in rows:
        found.setdefault(section_id, []).append(bytes(content))
    return found


def pens_here(minutes: Minutes) -> QuerySet[MinutesPen]:
    """Open pages that were heard of a moment ago, one a user and section."""
    return (
        minutes.pens.filter(seen_at__gt=timezone.now() - HERE)
        .select_related("user")
        .order_by("user__full_name", "section", "client")
    )


def authors_of(minutes: Minutes) -> list[Author]:
    """Everyone who has written, the last first."""
    rows = (
        User.objects.filter(minutes_pens__minutes=minutes, minutes_pens__wrote_at__isnull=False)
        .annotate(wrote_at=Max("minutes_pens__wrote_at"))
        .order_by("-wrote_at", "pk")
    )
    return [Author(user.full_name, user.wrote_at) for user in rows]
