"""A programme of two weeks for tests."""

from datetime import date

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.models import Programme

DAYS = Days(date(2027, 8, 18), date(2027, 9, 2), "Asia/Jakarta")


def games(actor: Actor, *, name: str = "Pekan Olahraga", dossier: Dossier | None = None) -> Programme:
    """Opened by the actor."""
    return open_programme(actor, name, DAYS, dossier=dossier)
