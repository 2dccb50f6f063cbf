"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    announcements,
    clearance,
    clock,
    lines,
    mail,
    preflight,
    statements,
    writing,
)


def connect() -> None:
    """Register it."""
    for subject in (mail, writing, lines, preflight, clearance, statements, clock, announcements):
        subject.connect()
