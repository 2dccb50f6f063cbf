"""A meeting on its way to other programs bears its marking: in `X-TLP`, and from TLP:AMBER on in words before its description."""

from dataclasses import dataclass, replace
from datetime import datetime

from jembatan.platform.markings import Marking, is_lower


@dataclass(frozen=True, slots=True)
class Described:
    """What a VEVENT says of a meeting, apart from who takes part; see `writing.Described`."""

    uid: str
    recurrence_id: str
    and_future: bool
    sequence: int
    clock: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    rule: str
    title: str
    description: str
    location: str
    url: str
    join_url: str
    status: str
    marking: str
    source: str


def marked(event: Described) -> Described:
    """With the marking before its description, where it bears one there."""
    if is_lower(event.marking, than=Marking.AMBER):
        return event
    text = "\n\n".join(part for part in (event.marking, event.description) if part)
    return replace(event, description=text)


def unmarked(description: str) -> str:
    """A description that comes back, without the marking that we put before it."""
    for marking in Marking:
        if description == marking or description.startswith(f"{marking}\n"):
            return description.removeprefix(marking).lstrip("\n")
    return description
