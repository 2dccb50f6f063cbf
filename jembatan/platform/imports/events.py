"""What imports announce, inside the import's own transaction."""

from dataclasses import dataclass
from typing import Any

from jembatan.platform.imports.models import Batch


@dataclass(frozen=True)
class BatchCommitted:
    """A batch was run for good (not a dry run)."""

    batch: Batch
    actor: Any


@dataclass(frozen=True)
class BatchRolledBack:
    """A batch was taken back; `kept` records were left because people changed them since."""

    batch: Batch
    actor: Any
    removed: int
    kept: int


@dataclass(frozen=True)
class DemoLeaving:
    """The demo batches of the actor's desk are about to be taken back."""

    actor: Any
