"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    clearance,
    clock,
    lines,
    mail,
    preflight,
    receiving,
    statements,
    writing,
)


def connect() -> None:
    """Register it."""
    for subject in (mail, receiving, writing, lines, preflight, clearance, statements, clock):
        subject.connect()
