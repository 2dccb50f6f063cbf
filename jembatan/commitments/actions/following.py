"""A promise stands where it was said: when that moves to another dossier, or bears another marking, it goes along."""

from jembatan.commitments.actions.told import SOURCE
from jembatan.commitments.models import Commitment
from jembatan.correspondence.queries.notes import SOURCE as MAIL
from jembatan.journal.actions.placing import Place, place
from jembatan.journal.events import SourcesPlaced
from jembatan.meetings.actions.lines import SOURCE as MEETING

FIELDS = {MAIL: "message", MEETING: "meeting"}


def follow_sources(event: SourcesPlaced) -> None:
    """The promises from these mails and meetings, and their lines in the journal. One query where there are none."""
    field = FIELDS.get(event.source_kind)
    if field is None:
        return
    where = {each.source_id: each for each in event.places}
    found = list(Commitment.objects.filter(desk=event.desk, **{f"{field}__in": where.keys()}).order_by("pk"))
    for commitment in found:
        source = where[getattr(commitment, f"{field}_id")]
        commitment.dossier_id, commitment.marking = source.dossier_id, source.marking
    if found:
        Commitment.objects.bulk_update(found, ["dossier", "marking"])
        place(event.desk, SOURCE, (Place(each.pk, each.dossier_id, each.marking) for each in found))
