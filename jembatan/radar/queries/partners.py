"""A relation has one number, whatever stands on its other side: an organisation, a person without one, or a bare address."""

from collections.abc import Collection
from dataclasses import dataclass

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Sender
from jembatan.directory.models import Organisation, Person
from jembatan.programmes.models import Delegation

ORGANISATION, PERSON, ADDRESS = range(3)
NOBODY = 0
SQL = """
    CASE WHEN {0}.organisation_id IS NOT NULL THEN 3 * {0}.organisation_id
         WHEN {0}.person_id IS NOT NULL THEN 3 * {0}.person_id + 1
         ELSE 3 * {0}.id + 2 END
"""


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom the number means; `zone` is "" where nobody knows when they sleep."""

    name: str
    zone: str = ""
    organisation_id: int | None = None
    person_id: int | None = None


def number_of(party: Organisation | Person) -> int:
    """The number of the relation."""
    return 3 * party.pk + (ORGANISATION if isinstance(party, Organisation) else PERSON)


def partner_of(delegation: Delegation | None) -> int:
    """The house that the delegation is of; nobody known where none is entered."""
    house = delegation.organisation_id if delegation else None
    return 3 * house + ORGANISATION if house else NOBODY


def partners(desk: Desk, numbers: Collection[int]) -> dict[int, Partner]:
    """Those that are still there; `NOBODY` is nobody known."""
    ids: tuple[list[int], list[int], list[int]] = ([], [], [])
    for number in numbers:
        ids[number % 3].append(number // 3)
    found = {NOBODY: Partner("")}
    houses = Organisation.objects.filter(desk=desk, pk__in=ids[ORGANISATION], removed_at__isnull=True)
    for pk, name, zone in houses.values_list("pk", "name", "time_zone"):
        found[3 * pk] = Partner(name, zone, organisation_id=pk)
    people = Person.objects.filter(desk=desk, pk__in=ids[PERSON], removed_at__isnull=True)
    for pk, name, zone in people.values_list("pk", "full_name", "time_zone"):
        found[3 * pk + 1] = Partner(name, zone, person_id=pk)
    for pk, name, email in Sender.objects.filter(desk=desk, pk__in=ids[ADDRESS]).values_list(
        "pk", "name", "email"
    ):
        found[3 * pk + 2] = Partner(name or email)
    return found
