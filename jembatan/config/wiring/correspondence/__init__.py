"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import clock, mail, preflight, statements, writing


def connect() -> None:
    """Register it."""
    for subject in (mail, writing, preflight, statements, clock):
        subject.connect()
