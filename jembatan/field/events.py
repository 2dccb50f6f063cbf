"""What the field announces, inside the transaction that does it."""

from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import Absence, Duty, Officer


@dataclass(frozen=True, slots=True)
class CannotCome:
    """An officer has said so themselves; `duties` are theirs within the absence, and want somebody else."""

    actor: Actor
    officer: Officer
    absence: Absence
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class DidNotCome:
    """An officer has not checked in long after a duty began."""

    officer: Officer
    duty: Duty


@dataclass(frozen=True, slots=True)
class CameAfterAll:
    """Somebody who was late, or taken for a no-show, has checked in."""

    officer: Officer
    duty: Duty


@dataclass(frozen=True, slots=True)
class PushQueued:
    """News for phones waits in the outbox."""
