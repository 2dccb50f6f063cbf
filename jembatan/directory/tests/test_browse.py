"""The lists: who is found by what is typed, in which order, page by page, in how many queries."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.activity import mark_active
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint, Person
from jembatan.directory.queries.browse import Filters, page_of_organisations, page_of_people
from jembatan.directory.tests.people import MINISTRY, a_ministry, retno


def names(actor: Actor, **filters: Any) -> list[str]:
    """Of the people on the first page."""
    page = page_of_people(actor, Filters(**filters))
    return [person.full_name for person in page.rows]


@pytest.fixture
def many_customs(officer: Actor) -> None:
    """Names of eight customs."""
    for name, more in {
        "Suharti": {},
        "Nguyễn Văn Ánh": {"name_order": "family_first"},
        "王小明": {"romanised_name": "Wang Xiaoming"},
        "김하늘": {"romanised_name": "Kim Haneul"},
        "สมชาย ใจดี": {"romanised_name": "Somchai Jaidee"},
        "María López García": {"name_order": "family_last", "sort_as": "López García"},
        "မောင်အေး": {"romanised_name": "Maung Aye"},
        "H. Muhammad Ma'ruf": {},
    }.items():
        add_person(officer, name, fields=more)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("suhar", ["Suharti"]),
        ("nguyen anh", ["Nguyễn Văn Ánh"]),
        ("anh nguyen", ["Nguyễn Văn Ánh"]),
        ("小明", ["王小明"]),
        ("wang", ["王小明"]),
        ("kim", ["김하늘"]),
        ("ใจดี", ["สมชาย ใจดี"]),
        ("lopez", ["María López García"]),
        ("maruf", ["H. Muhammad Ma'ruf"]),
        ("မောင်", ["မောင်အေး"]),
    ],
)
@pytest.mark.usefixtures("many_customs")
def test_name_of_any_custom_is_found(officer: Actor, typed: str, found: list[str]) -> None:
    assert names(officer, text=typed) == found


@pytest.mark.usefixtures("many_customs")
def test_list_sorts_by_the_custom_of_each_name(officer: Actor) -> None:
    assert names(officer) == [
        "H. Muhammad Ma'ruf",
        "김하늘",
        "María López García",
        "မောင်အေး",
        "Nguyễn Văn Ánh",
        "สมชาย ใจดี",
        "Suharti",
        "王小明",
    ]


def test_typing_error_is_forgiven_and_called_a_guess(officer: Actor) -> None:
    retno(officer)
    a_ministry(officer)
    people = page_of_people(officer, Filters(text="rento kusumawti"))
    organisations = page_of_organisations(officer, Filters(text="kementrian perhubngan"))
    assert ([person.full_name for person in people.rows], people.is_guess) == (["Retno Kusumawati"], True)
    assert ([each.name for each in organisations.rows], organisations.is_guess) == ([MINISTRY], True)


def test_person_is_found_by_employer_address_and_number(officer: Actor) -> None:
    ministry = a_ministry(officer)
    person = add_person(officer, "Sari", email="s.dewi@hubla.example", organisation=ministry)
    add_contact_point(officer, person, kind=ContactPoint.Kind.MOBILE, value="0812-3456-7890")
    for typed in ("perhubungan", "s.dewi@hubla", "0812 3456", "+62812345"):
        assert names(officer, text=typed) == ["Sari"], typed


def test_filters_narrow(officer: Actor, second_officer: Actor) -> None:
    ministry = a_ministry(officer)
    assert officer.user
    assign_counterpart(officer, ministry, Assignment(officer.user, second_officer.user))
    person = retno(officer, tags="VIP", country="ID", languages="id, en")
    add_position(officer, person, ministry, PositionFacts())
    add_person(officer, "Budi", fields={"country": "JP"})
    removed = add_person(officer, "Lama")
    remove_party(officer, removed)
    for narrowed in ({"tag": "VIP"}, {"country": "ID"}, {"language": "en"}, {"mine": True}):
        assert names(officer, **narrowed) == ["Retno Kusumawati"], narrowed
    assert names(second_officer, mine=True) == ["Retno Kusumawati"]
    assert names(officer, removed=True) == ["Lama"]
    kinds = page_of_organisations(officer, Filters(kind="company"))
    assert kinds.rows == []
    assert page_of_organisations(officer, Filters(kind="government", mine=True)).rows == [ministry]


@pytest.mark.parametrize("sort", ["name", "recent"])
def test_pages_hold_everyone_once(officer: Actor, sort: Literal["name", "recent"]) -> None:
    people = [add_person(officer, f"Orang {number % 7}") for number in range(65)]
    start = datetime(2026, 1, 1, tzinfo=UTC)
    Person.objects.update(last_active_at=None)
    mark_active(
        officer.desk,
        people={person.pk: start + timedelta(days=n % 5) for n, person in enumerate(people[:40])},
    )
    seen: list[int] = []
    sizes, after = [], ""
    while True:
        page = page_of_people(officer, Filters(sort=sort), after=after)
        seen += [person.pk for person in page.rows]
        sizes.append(len(page.rows))
        after = page.next_after
        if not after:
            break
    assert sizes == [30, 30, 5]
    assert sorted(seen) == sorted(person.pk for person in people)


@pytest.mark.parametrize("after", ["nonsense", "x|y", "|", "not-a-date|7", "a\x00|7", "a|²"])
def test_mark_that_makes_no_sense_breaks_nothing(officer: Actor, after: str) -> None:
    person = retno(officer)
    for sort in ("name", "recent"):
        rows = page_of_people(officer, Filters(sort=sort), after=after).rows
        assert rows in ([person], [])


def a_row(actor: Actor, number: int) -> None:
    """A person with everything that a row shows, at an organisation of their own."""
    assert actor.user
    organisation = add_organisation(actor, f"Badan {number}")
    assign_counterpart(actor, organisation, Assignment(actor.user))
    add_person(
        actor, f"Orang {number}", email=f"{number}@x.example", organisation=organisation, position="Staf"
    )


def test_lists_take_as_many_queries_for_three_rows_as_for_one(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_row(officer, 1)
    counts = [1]
    for _again in range(2):
        with django_assert_num_queries(3):
            _read(page_of_people(officer, Filters()).rows)
        with django_assert_num_queries(1):
            assert [vars(row)["people"] for row in page_of_organisations(officer, Filters()).rows] == counts
        counts = [1, 1, 1]
        a_row(officer, 2)
        a_row(officer, 3)


def _read(rows: Sequence[Any]) -> list[str]:
    return [f"{row} {row.held} {row.emails}" for row in rows]


def test_pages_take_as_many_queries_for_three_rows_as_for_one(
    officer: Actor,
    client_of: Callable[[Actor], Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(officer)
    pages = [reverse("directory:directory"), reverse("directory:organisations")]
    a_row(officer, 1)
    first = {page: _count(client, page) for page in pages}
    a_row(officer, 2)
    a_row(officer, 3)
    assert {page: _count(client, page) for page in pages} == first
    assert max(first.values()) <= 15


def _count(client: Client, page: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)
