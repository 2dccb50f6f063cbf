"""A programme with its delegations and officers."""

from datetime import date

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.programmes.actions.programmes import Days, open_programme
from tests.access.scene.delegations import add_delegations
from tests.access.scene.kinds import Arguments
from tests.access.scene.recruitment import add_recruitment

DAYS = Days(date(2027, 8, 18), date(2027, 9, 2), "Asia/Jakarta")


def add_event(head: Actor, officer: Actor, word: str, dossier: Dossier) -> Arguments:
    """It stands in the dossier."""
    programme = open_programme(officer, f"Pekan olahraga {word}", DAYS, dossier=dossier)
    return {
        "programme_id": programme.pk,
        **add_delegations(head, officer, word, programme),
        **add_recruitment(officer, word, programme),
    }
