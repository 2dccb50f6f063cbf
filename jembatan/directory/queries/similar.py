"""Who may already be there under this name or address: asked while somebody types a new one."""

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.contact_values import is_email
from jembatan.directory.formats.names import fold
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.matching import resembling
from jembatan.directory.queries.visible import visible_organisations, visible_people

SHOWN = 5
ALIKE = 0.55


def similar_people(actor: Actor, *, name: str = "", email: str = "") -> list[Person]:
    """People reached at the address, then those whose name looks alike; at most five."""
    people = visible_people(actor)
    reached: list[Person] = []
    if is_email(email):
        owned = Q(contact_points__kind="email", contact_points__normal=email.strip().lower())
        reached = list(people.filter(owned).distinct()[:SHOWN])
    alike = [person for person in resembling(people, name, limit=SHOWN) if _is_alike(person, name)]
    return list(dict.fromkeys([*reached, *alike]))[:SHOWN]


def similar_organisations(actor: Actor, *, name: str = "") -> list[Organisation]:
    """Organisations whose name looks alike; at most five."""
    found = resembling(visible_organisations(actor), name, limit=SHOWN)
    return [organisation for organisation in found if _is_alike(organisation, name)]


def _is_alike(party: Person | Organisation, name: str) -> bool:
    closeness: float = getattr(party, "closeness", 0.0)
    return closeness >= ALIKE or fold(name) == party.name_folded
