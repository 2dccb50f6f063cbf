"""By when the side whose turn it is has to speak: the same clock for us (`answer by`) and for them (`expected by`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jembatan.platform.dates.working_time import NeverOpen, Office, after_working_days


@dataclass(frozen=True, slots=True)
class Answering:
    """How a side answers: in its working hours, within so many working days."""

    office: Office
    days: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A moment that was agreed by a person, or promised in a letter; `said_at` is when."""

    at: datetime
    said_at: datetime


def due_moment(since: datetime, answering: Answering, settled: Iterable[Settled] = ()) -> datetime | None:
    """What was settled last wins over what is usual; None for a side that is never open."""
    latest = max(settled, key=lambda each: each.said_at, default=None)
    if latest is not None:
        return latest.at
    try:
        return after_working_days(answering.office, since, answering.days)
    except NeverOpen:
        return None
