"""Keyset paging: a page names the row behind which the next one begins, so that the hundredth costs what the first did.

In a list by time that is a moment and, among the rows of that moment, a number: the mark "2026-11-25T03:00:00+00:00|17",
or "|17" among the rows without a moment, which stand last.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Q

from jembatan.platform.record_numbers import record_number


@dataclass(frozen=True, slots=True)
class Page[Row]:
    """Rows, and the mark behind which the next ones begin ("" at the end)."""

    rows: list[Row]
    next_after: str


def mark_at(moment: datetime | None, number: int) -> str:
    """The mark of the row with that moment and that number."""
    return f"{moment.isoformat() if moment else ''}|{number}"


def read_mark(text: str) -> tuple[datetime | None, int] | None:
    """Moment and number; None for a mark that makes no sense, and for a moment that does not say its offset."""
    written, _bar, digits = text.partition("|")
    number = record_number(digits)
    if number is None:
        return None
    if not written:
        return None, number
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return (moment, number) if moment.tzinfo else None


def behind(mark: str, *, column: str, numbers: Literal["rising", "falling"]) -> Q:
    """The rows behind the mark, the latest `column` first; all of them where the mark makes no sense.

    `numbers` says how the rows of one moment are ordered.
    """
    read = read_mark(mark)
    if read is None:
        return Q()
    moment, number = read
    further = Q(pk__gt=number) if numbers == "rising" else Q(pk__lt=number)
    undated = Q(**{f"{column}__isnull": True})
    if moment is None:
        return undated & further
    return undated | Q(**{f"{column}__lt": moment}) | Q(**{column: moment}) & further


def ahead(mark: str, *, column: str) -> Q:
    """The rows behind the mark, the earliest `column` first and rising numbers within a moment, undated ones last."""
    read = read_mark(mark)
    if read is None:
        return Q()
    moment, number = read
    undated = Q(**{f"{column}__isnull": True})
    if moment is None:
        return undated & Q(pk__gt=number)
    return undated | Q(**{f"{column}__gt": moment}) | Q(**{column: moment}) & Q(pk__gt=number)
