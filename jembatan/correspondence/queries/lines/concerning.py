"""Which lines concern somebody: those without a dossier everyone, others whoever is party to it."""

from collections.abc import Collection

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.lines.listing import valid_lines
from jembatan.correspondence.queries.lines.visible import Standing
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import DossierParty


def concerning(
    rows: list[Standing], *, people: Collection[int], organisations: Collection[int]
) -> list[Standing]:
    """Of these lines, those that concern one of the people or organisations (ids); one query at most."""
    within = {row.line.dossier_id for row in rows if row.line.dossier_id}
    if not within:
        return rows
    is_party = Q(person__in=people) | Q(organisation__in=organisations)
    meant = set(DossierParty.objects.filter(is_party, dossier__in=within).values_list("dossier", flat=True))
    return [row for row in rows if row.line.dossier_id is None or row.line.dossier_id in meant]


def lines_for(actor: Actor, organisations: Collection[Organisation]) -> list[Standing]:
    """What may be said to these organisations today, by topic."""
    ids = [organisation.pk for organisation in organisations]
    return sorted(
        concerning(valid_lines(actor), people=[], organisations=ids), key=lambda row: row.line.topic
    )
