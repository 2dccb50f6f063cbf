"""For whom a job works. This room knows no members; `config/wiring` introduces the function that does."""

from collections.abc import Callable
from typing import Any

from jembatan.platform.imports.models import Batch

_find: Callable[[Batch], Any] | None = None


def actors_come_from(find: Callable[[Batch], Any]) -> None:
    """`find` gives the actor who planned a batch, with the rights of today, or None."""
    global _find
    _find = find


def actor_of(batch: Batch) -> Any:
    """The actor who planned the batch, or None if that person no longer works at the desk."""
    if _find is None:
        raise RuntimeError("Nobody has said where actors come from (config/wiring).")
    return _find(batch)
