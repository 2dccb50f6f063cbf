"""From an address to a party of the reader's desk."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import of_desk, visible

KINDS: dict[str, type[Person] | type[Organisation]] = {"people": Person, "organisations": Organisation}


def kind_or_404(kind: str) -> type[Person] | type[Organisation]:
    """The model of `people` or `organisations`."""
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def party_or_404(
    actor: Actor, kind: str, party_id: int, *, removed_too: bool = False
) -> Person | Organisation:
    """A stranger's party is not found, and a removed one only where asked for."""
    model = kind_or_404(kind)
    parties = of_desk(actor, model) if removed_too else visible(actor, model)
    return get_object_or_404(parties.select_related("desk"), pk=party_id)


def kind_of(party: Person | Organisation) -> str:
    """`people` or `organisations`, as addresses write it."""
    return "people" if isinstance(party, Person) else "organisations"


def address_of(party: Person | Organisation) -> str:
    """The party's page."""
    name = "directory:person" if isinstance(party, Person) else "directory:organisation"
    return reverse(name, args=[party.pk])
