"""What the demo office has to say: it clears its tables before its imports are taken back."""

from typing import Any


def connect() -> None:
    """Register it."""
    from jembatan.platform.events import listen
    from jembatan.platform.imports.events import DemoLeaving

    listen(DemoLeaving, _clear_tables)


def _clear_tables(event: Any) -> None:
    from demo.leave import clear_tables

    clear_tables(event.actor.desk)
