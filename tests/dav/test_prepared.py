"""A query that is worded once answers as the query itself, in every thread and with the values of each call."""

from datetime import date
from threading import Thread

import pytest
from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.directory.queries.export import contact_rows
from jembatan.platform.prepared import Prepared

DAY = date(2027, 3, 4)
ONE = Prepared(lambda pk, day: contact_rows(Person.objects.filter(pk=pk), day), -1, date.min)


def test_what_is_annotated_and_joined_comes_along(officer: Actor) -> None:
    people = [
        add_person(officer, "Budi Santoso", email="budi@laut.example"),
        add_person(officer, "Siti Rahayu", phone="+62 21 555 0199"),
    ]
    for person in people:
        (expected,) = contact_rows(Person.objects.filter(pk=person.pk), DAY)
        found = ONE.first(person.pk, DAY)
        assert found is not None
        for each in ("full_name", "points", "posts", "extra", "photo_id"):
            assert getattr(found, each) == getattr(expected, each)
    assert ONE.first(0, DAY) is None


def test_a_value_that_the_query_does_not_ask_for_is_a_mistake(officer: Actor) -> None:
    with pytest.raises(AssertionError, match="does not ask for"):
        Prepared(lambda pk: Person.objects.all(), -1).rows(1)


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection() -> None:
    count = Prepared(lambda pk: Person.objects.filter(pk=pk), -1)
    assert count.rows(0) == []
    found: list[object] = []

    def ask() -> None:
        found.append(count.rows(0))
        found.append(connection.connection)
        connection.close()

    mine = connection.connection
    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert found[0] == []
    assert found[1] is not None
    assert found[1] is not mine
