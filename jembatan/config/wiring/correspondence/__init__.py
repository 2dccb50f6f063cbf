"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    mail,
    preflight,
    read_back,
    statements,
    translations,
    writing,
)


def connect() -> None:
    """Register it."""
    for subject in (mail, writing, preflight, statements, translations, read_back):
        subject.connect()
