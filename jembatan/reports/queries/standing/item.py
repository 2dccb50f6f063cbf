"""One record that stands open, as a report and its lists show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`kind` is what sort of record it is, `who` whoever owes it, `partner` the other side; `address` is its page."""

    kind: str
    text: str
    address: str
    who: str = ""
    partner: str = ""
    due: date | None = None
    since: datetime | None = None
    marking: Marking = Marking.GREEN

    def is_late(self, day: date) -> bool:
        """Its day was over on that day."""
        return self.due is not None and self.due < day


def due_first(items: Iterable[Item]) -> list[Item]:
    """What is due first first, then what has waited longest; in a fixed order."""
    return sorted(
        items,
        key=lambda item: (
            item.due or date.max,
            item.since.timestamp() if item.since else float("inf"),
            item.address,
        ),
    )
