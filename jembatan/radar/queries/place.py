"""Where a signal stands: in a restricted dossier, if any of its evidence does, and at the highest marking of it."""

from dataclasses import dataclass

from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking, highest
from jembatan.radar.models import Signal


@dataclass(frozen=True, slots=True)
class SignalPlace:
    """For what is written about it. `several`: its evidence stands in more than one restricted dossier, and a line stands in one of them only."""

    dossier: Dossier | None
    marking: Marking
    several: bool


def place_of(signal: Signal) -> SignalPlace:
    """As its evidence stands today."""
    found = Entry.objects.filter(pk__in=signal.evidence.values("entry"))
    evidence = list(found.select_related("placement__dossier", "dossier"))
    dossiers = [dossier for each in evidence if (dossier := each.dossier_today) is not None]
    restricted = list({each.pk: each for each in dossiers if each.restricted}.values())
    first = next(iter(restricted or dossiers), None)
    marking = highest(each.marking_today for each in evidence)
    return SignalPlace(first, marking, len(restricted) > 1)
