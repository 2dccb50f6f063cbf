"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    clearance,
    clock,
    consultation,
    lines,
    mail,
    preflight,
    statements,
    writing,
)


def connect() -> None:
    """Register it."""
    for subject in (mail, writing, lines, preflight, clearance, consultation, statements, clock):
        subject.connect()
