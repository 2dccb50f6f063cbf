"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    clearance,
    clock,
    lines,
    mail,
    preflight,
    read_back,
    statements,
    translations,
    writing,
)


def connect() -> None:
    """Register it."""
    for subject in (
        mail,
        writing,
        lines,
        preflight,
        clearance,
        statements,
        translations,
        read_back,
        clock,
    ):
        subject.connect()
