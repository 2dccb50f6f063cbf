"""Where a person of the directory reads mail."""

from jembatan.correspondence.formats.message import Address
from jembatan.directory.models import ContactPoint, Person


def address_of(person: Person) -> Address | None:
    """The preferred e-mail address, else the oldest; None where there is none."""
    points = ContactPoint.objects.filter(person=person, kind=ContactPoint.Kind.EMAIL)
    email = points.order_by("-preferred", "id").values_list("normal", flat=True).first()
    return Address(person.full_name, email) if email else None
