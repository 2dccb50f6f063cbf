"""`column__among`: very many values as one array."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(officer: Actor) -> list[Person]:
    """Three."""
    return [
        Person.objects.create(desk=officer.desk, full_name=name, country="ID") for name in ("A", "B", "C")
    ]


def test_among_finds_what_in_finds(people: list[Person]) -> None:
    ids = [person.pk for person in people]
    for values in ([], ids[:1], ids, [*ids, 2**40]):
        found = Person.objects.filter(pk__among=values).order_by("pk")
        assert list(found) == list(Person.objects.filter(pk__in=values).order_by("pk"))


def test_among_takes_sets_text_and_foreign_keys(people: list[Person], officer: Actor) -> None:
    assert set(Person.objects.filter(full_name__among={"A", "C", "'; x\\"})) == {people[0], people[2]}
    assert Person.objects.filter(desk_id__among={officer.desk.pk}).count() == 3
    assert Organisation.objects.filter(desk_id__among={officer.desk.pk}).count() == 0


def test_value_longer_than_the_column_is_not_found_by_its_beginning(people: list[Person]) -> None:
    assert not Person.objects.filter(country__among=["ID" + "x" * 300]).exists()
