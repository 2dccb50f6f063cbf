"""What was written about a signal stands where its evidence stands: when that moves, or its dossier closes to others, the lines go along."""

from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.dossiers.events import Change, DossierChanged
from jembatan.journal.actions.placing import Place, place
from jembatan.journal.events import SourcesPlaced
from jembatan.radar.actions.told import SOURCE
from jembatan.radar.models import Signal
from jembatan.radar.queries.place import place_of

CLOSES_OR_OPENS = {Change.RESTRICTED, Change.UNRESTRICTED}


def follow_sources(event: SourcesPlaced) -> None:
    """Mail, meetings, promises stand elsewhere now. One query where they are no evidence."""
    if event.source_kind == SOURCE:
        return
    moved = [each.source_id for each in event.places]
    _follow(
        event.desk,
        Q(evidence__entry__source_kind=event.source_kind, evidence__entry__source_id__in=moved),
    )


def follow_dossiers(event: DossierChanged) -> None:
    """Evidence of several dossiers stands in the one that is restricted."""
    if event.change in CLOSES_OR_OPENS:
        there = Q(evidence__entry__placement__dossier=event.dossier)
        written_there = Q(evidence__entry__placement__isnull=True, evidence__entry__dossier=event.dossier)
        _follow(event.dossier.desk, there | written_there)


def _follow(desk: Desk, evidence: Q) -> None:
    signals = list(Signal.objects.filter(evidence, desk=desk).distinct())
    stand = [(each.pk, place_of(each)) for each in signals]
    places = [Place(pk, now.dossier.pk if now.dossier else None, now.marking) for pk, now in stand]
    place(desk, SOURCE, places)
