"""When a stored meeting takes place, once."""

from datetime import datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """One occurrence of the part `key`, by the clock of its part; `recurrence_id` is "" outside of a series.

    A tuple, for a year of a full calendar holds half a million of them.
    """

    key: int
    recurrence_id: str
    starts_at: datetime
    ends_at: datetime
