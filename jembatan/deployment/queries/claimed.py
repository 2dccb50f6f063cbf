"""What officers worked and spent beside their duties and coordinators have accepted, as the room above says where it is claimed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jembatan.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Claimed:
    """Of one officer: minutes, and money by currency (ISO 4217)."""

    minutes: int = 0
    money: Mapping[str, Decimal] = field(default_factory=dict)


type ClaimedBy = Callable[[Programme], Mapping[int, Claimed]]
_registered: list[ClaimedBy] = []


def register_claimed(claimed: ClaimedBy) -> None:
    """Officers of a programme (by record number) with what was accepted of theirs; hours and money of papers come from there."""
    _registered.append(claimed)


def claimed_in(programme: Programme) -> dict[int, Claimed]:
    """Of every officer who has any."""
    found: dict[int, Claimed] = {}
    for claimed in _registered:
        found.update(claimed(programme))
    return found
