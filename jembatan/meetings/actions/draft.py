"""A meeting as an importer or a page hands it over, before anyone knows whom its guests are."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone asked to a meeting, as a file names them. `body` names an organisation, `name` a person (or either)."""

    name: str = ""
    email: str = ""
    body: str = ""
    status: str = "unknown"
    ours: bool = False
    organiser: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """`fields` are columns of Meeting; `digest` tells this version of it from others; `items` counts the file's rows."""

    uid: str
    fields: dict[str, Any]
    guests: tuple[Guest, ...]
    digest: str
    recurrence_id: str = ""
    sequence: int = 0
    stamp: datetime | None = None
    makes_organisations: bool = False
    items: int = field(default=1)
