"""What correspondence offers to other rooms, one module a subject."""

from jembatan.config.wiring.correspondence import (
    announcements,
    clearance,
    clock,
    confirmation,
    consultation,
    lines,
    mail,
    preflight,
    read_back,
    receiving,
    reminders,
    statements,
    translations,
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
        consultation,
        confirmation,
        statements,
        translations,
        read_back,
        announcements,
        clock,
        reminders,
    )
    for subject in subjects:
        subject.connect()
