"""What reports keep of their own."""

from jembatan.accounts.actor import Actor
from jembatan.reports.actions.programmes import keep_programme
from tests.access.scene.kinds import Arguments


def add_programme(officer: Actor) -> Arguments:
    """A name without dossiers."""
    return {"programme_id": keep_programme(officer, "Program Pelabuhan", []).pk}
