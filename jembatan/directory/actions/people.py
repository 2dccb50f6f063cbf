"""Add a person."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.derived import derive
from jembatan.directory.actions.field_rules import fill
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.events import tell
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.platform.access import require_writer

ADDED = gettext_lazy("%(name)s was added to the directory")


@transaction.atomic
def add_person(
    actor: Actor,
    full_name: str,
    *,
    fields: Mapping[str, str] | None = None,
    email: str = "",
    phone: str = "",
    organisation: Organisation | None = None,
    position: str = "",
) -> Person:
    """The name as the person writes it; the rest where it is known. Raises `ValidationError` with a sentence a field.

    `fields` holds what was typed into the other editable fields. An organisation makes a position there, from today on
    unless its start is known.
    """
    require_writer(actor)
    person = Person(desk=actor.desk)
    fill(actor, person, {**(fields or {}), "full_name": full_name})
    derive(person)
    person.save()
    tell(actor, [person], ADDED, added=True, name=person)
    if email:
        add_contact_point(actor, person, kind=ContactPoint.Kind.EMAIL, value=email, quietly=True)
    if phone:
        add_contact_point(actor, person, kind=ContactPoint.Kind.PHONE, value=phone, quietly=True)
    if organisation:
        add_position(actor, person, organisation, PositionFacts(title=position))
    return person
