"""A moment from a text field: as one says it, or as the page itself wrote it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation

from jembatan.platform.dates.spoken import parse_when


@dataclass(frozen=True, slots=True)
class Spoken:
    """`all_day`: no hour was said, and `at` is the midnight that begins the day."""

    at: datetime
    all_day: bool


def read_spoken(text: str) -> Spoken | None:
    """ "jumat 15.00", "5 March", "2026-12-04T16:00+07:00"; None for what is no moment."""
    text = text.strip()
    if written := _from_a_page(text):
        return Spoken(written, all_day=False)
    when = parse_when(text, now=timezone.localtime(), language=translation.get_language() or "id")
    return Spoken(when.start, when.all_day) if when else None


def _from_a_page(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
