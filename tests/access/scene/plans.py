"""What is planned in a dossier."""

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.steps import StepContent, add_step
from jembatan.dossiers.models import Dossier
from tests.access.scene.kinds import Arguments


def add_plan(officer: Actor, word: str, dossier: Dossier) -> Arguments:
    """One of everything."""
    return {"step_id": add_step(officer, dossier, StepContent(title=f"Langkah {word}")).pk}
