"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    announcements,
    clearance,
    clock,
    lines,
    mail,
    preflight,
    receiving,
    reminders,
    statements,
    writing,
)


def connect() -> None:
    """Register it."""
    subjects = (
        mail,
        receiving,
        writing,
        lines,
        preflight,
        clearance,
        statements,
        announcements,
        clock,
        reminders,
    )
    for subject in subjects:
        subject.connect()
