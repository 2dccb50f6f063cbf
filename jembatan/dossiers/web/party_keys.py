"""How forms name a party: "person:17", "organisation:4"."""

from django.http import Http404

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.listing import parties_of
from jembatan.platform.record_numbers import record_number

type Party = Organisation | Person


def key_of(party: Party | None) -> str:
    """ "" for nobody."""
    if party is None:
        return ""
    return f"{'person' if isinstance(party, Person) else 'organisation'}:{party.pk}"


def party_choices(dossier: Dossier, *more: Party | None) -> list[tuple[str, str]]:
    """The parties of the dossier, and whoever else is named already."""
    parties = [row.party for row in parties_of(dossier)]
    parties += [party for party in more if party and party not in parties]
    return [(key_of(party), str(party)) for party in parties]


def party_of(key: str, *, desk_id: int) -> Party | None:
    """Whom the key names; None for "". Raises `Http404`."""
    if not key:
        return None
    kind, _colon, number = key.partition(":")
    pk = record_number(number) or 0
    model: type[Organisation] | type[Person] = Person if kind == "person" else Organisation
    party = model.objects.filter(pk=pk, desk=desk_id).first()
    if party is None:
        raise Http404
    return party
