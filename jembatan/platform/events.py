"""How a domain speaks to those above it: it announces a plain dataclass, and `config/wiring.py` has said who listens.

Two moments: `announce` calls its listeners at once, inside the announcer's transaction (the journal's line is written or
nothing is); `announce_after_commit` calls them when the transaction has become true (a push, a job).
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db import transaction

_listeners: dict[type[Any], list[Callable[[Any], object]]] = defaultdict(list)


def listen[Event](kind: type[Event], listener: Callable[[Event], object]) -> None:
    """Call `listener` with every event of this exact class; connecting the same listener twice changes nothing."""
    if listener not in _listeners[kind]:
        _listeners[kind].append(listener)


def announce(event: object) -> None:
    """Call the listeners now; an exception in one of them is the announcer's too, and rolls its transaction back."""
    for listener in _listeners[type(event)]:
        listener(event)


def announce_after_commit(event: object) -> None:
    """Call the listeners once the surrounding transaction has been committed."""
    transaction.on_commit(lambda: announce(event))
