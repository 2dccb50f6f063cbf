"""When both sides work: a register, since whoever counts the time for answers knows it."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.platform.dates.working_time import Office


@dataclass(frozen=True, slots=True)
class Offices:
    """`ours`: of the desk. `theirs`: of a partner, as far as it is known; None for somebody without an organisation."""

    ours: Callable[[Desk], Office]
    theirs: Callable[[Organisation | None, Desk], Office]


_registered: list[Offices] = []


def register_offices(offices: Offices) -> None:
    """Once, by `config/wiring`."""
    _registered[:] = [offices]


def offices() -> Offices:
    """Whoever has registered."""
    return _registered[0]
