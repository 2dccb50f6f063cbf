"""What the database itself refuses, whoever writes."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jembatan.accounts.actor import Actor
from jembatan.directory.models import (
    ContactPoint,
    Counterpart,
    Organisation,
    Person,
    Position,
    Relationship,
)
from jembatan.directory.tests.people import a_ministry, retno


def refuses(write: Callable[[], object], constraint: str) -> bool:
    """Whether the write breaks this constraint."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    return constraint in str(caught.value)


def test_names_are_not_empty(officer: Actor) -> None:
    desk = officer.desk
    assert refuses(lambda: Person.objects.create(desk=desk, full_name=""), "person_has_name")
    assert refuses(lambda: Organisation.objects.create(desk=desk, name=""), "organisation_has_name")


def test_organisation_is_not_its_own_parent(officer: Actor) -> None:
    ministry = a_ministry(officer)
    write = Organisation.objects.filter(pk=ministry.pk).update
    assert refuses(lambda: write(parent=ministry), "organisation_not_own_parent")


def test_position_ends_after_it_began_and_stands_once(officer: Actor) -> None:
    fields = {"desk": officer.desk, "person": retno(officer), "organisation": a_ministry(officer)}
    begun, ended = date(2026, 2, 1), date(2026, 1, 1)
    assert refuses(
        lambda: Position.objects.create(**fields, since=begun, until=ended), "position_ends_after_start"
    )
    Position.objects.create(**fields)
    assert refuses(lambda: Position.objects.create(**fields), "position_once")


def test_contact_point_has_one_owner_and_stands_once(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    fields = {"desk": officer.desk, "kind": "email", "value": "a@b.example", "normal": "a@b.example"}
    create = ContactPoint.objects.create
    assert refuses(lambda: create(**fields), "contact_point_of_one_party")
    assert refuses(
        lambda: create(**fields, person=person, organisation=ministry), "contact_point_of_one_party"
    )
    create(**fields, person=person)
    assert refuses(lambda: create(**fields, person=person), "contact_point_once")


def test_relationship_is_between_two_and_stands_once(officer: Actor) -> None:
    person, other = retno(officer), retno(officer)
    fields = {"desk": officer.desk, "person": person, "kind": "knows"}
    create = Relationship.objects.create
    assert refuses(lambda: create(**fields, other=person), "relationship_between_two")
    create(**fields, other=other)
    assert refuses(lambda: create(**fields, other=other), "relationship_once")


def test_deputy_is_another(officer: Actor) -> None:
    fields = {"desk": officer.desk, "organisation": a_ministry(officer), "lead": officer.user}
    assert refuses(
        lambda: Counterpart.objects.create(**fields, deputy=officer.user), "counterpart_deputy_is_another"
    )
