"""Who could become party to a dossier: the directory by the beginning of any word of a name."""

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people

SHOWN = 8


def candidates(actor: Actor, name: str) -> list[Organisation | Person]:
    """Organisations, then people, the most recently active first; nothing for an empty name."""
    words = fold(name).split()
    if not words:
        return []
    matching = Q()
    for word in words:
        matching &= Q(search_text__contains=f" {word}")
    return [
        *_recent(visible_organisations(actor).filter(matching)),
        *_recent(visible_people(actor).filter(matching)),
    ]


def _recent[Party: (Organisation, Person)](parties: QuerySet[Party]) -> list[Party]:
    return list(parties.order_by(F("last_active_at").desc(nulls_last=True), "pk")[:SHOWN])
