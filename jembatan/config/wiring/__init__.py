"""The one place that knows every domain: who listens to whom, who fills which slot, which kinds can be imported.

One module or folder a room; each has a `connect()` that registers what the room offers to others.
"""

from jembatan.config.wiring import (
    accounts,
    briefings,
    commitments,
    correspondence,
    demo,
    deployment,
    directory,
    dossiers,
    field,
    invitations,
    journal,
    meetings,
    negotiation,
    platform,
    programmes,
    radar,
    recruitment,
    reports,
)


def connect() -> None:
    """Called once, when all apps are loaded; the order decides the order of recognition and of slots."""
    for room in (
        platform,
        accounts,
        directory,
        dossiers,
        journal,
        correspondence,
        meetings,
        invitations,
        commitments,
        briefings,
        negotiation,
        programmes,
        deployment,
        recruitment,
        field,
        radar,
        reports,
        demo,
    ):
        room.connect()
