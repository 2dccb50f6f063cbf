"""A counterpart and the ministry where he works."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.derived import derive
from jembatan.directory.models import Organisation, Person


@pytest.fixture
def budi(officer: Actor) -> Person:
    person = Person(desk=officer.desk, full_name="Budi Santoso")
    derive(person)
    person.save()
    return person


@pytest.fixture
def ministry(officer: Actor) -> Organisation:
    organisation = Organisation(desk=officer.desk, name="Kementerian Kelautan")
    derive(organisation)
    organisation.save()
    return organisation
