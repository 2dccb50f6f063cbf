"""What the desk has of a person that the person is asked about: names, posts held today, addresses and numbers."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.contact_points import contact_points_of
from jembatan.directory.queries.field_text import as_typed, label_of
from jembatan.directory.queries.positions import held_on, positions_of, today_at

NAMES = ("full_name", "titles_before", "degrees_after")
KINDS = (ContactPoint.Kind.EMAIL, ContactPoint.Kind.PHONE, ContactPoint.Kind.MOBILE)
POSITION, CONTACT = "position", "contact"
LEFT, WORDS = "left", "words"


@dataclass(frozen=True, slots=True)
class Fact:
    """`key` names it among corrections: a field of the person, or "position-7" and "contact-12" by their ids."""

    key: str
    label: str
    value: str


def known_of(person: Person) -> list[Fact]:
    """In the language of the moment; nothing that is about anybody else."""
    actor = operator(person.desk)
    return [
        *(Fact(name, capfirst(label_of(person, name)), as_typed(person, name)) for name in NAMES),
        *(_post(each) for each in held_by(actor, person)),
        *(
            Fact(f"{CONTACT}-{each.pk}", each.get_kind_display(), each.value)
            for each in contact_points_of(actor, person).filter(kind__in=KINDS)
        ),
    ]


def held_by(actor: Actor, person: Person) -> list[Position]:
    """The posts that the person holds today."""
    return list(positions_of(actor, person).filter(held_on(today_at(actor.desk))))


def _post(position: Position) -> Fact:
    label = _("Position at %(organisation)s") % {"organisation": position.organisation}
    return Fact(f"{POSITION}-{position.pk}", label, position.title)
