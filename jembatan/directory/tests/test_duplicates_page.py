"""Duplicates on the screen: two cards, two answers, both with their undo."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Duplicate
from jembatan.directory.queries.open_duplicates import open_count, page_of_duplicates
from jembatan.directory.tests.people import a_ministry

ClientOf = Callable[[Actor], Client]
PAGE = "/directory/duplicates/"


def a_pair(actor: Actor, number: int = 1) -> Duplicate:
    """Two records of one person, each with a number; one has a post."""
    first = add_person(actor, f"Budi Santoso {number}", fields={"call_name": "Budi"})
    second = add_person(actor, f"Santoso Budi {number}", fields={"call_name": "Pak Budi"})
    for person in (first, second):
        add_contact_point(actor, person, kind=ContactPoint.Kind.MOBILE, value=f"+62 812 3456 78{number:02}")
    add_position(actor, first, a_ministry(actor, f"Dinas {number}"), PositionFacts(title="Kepala"))
    return Duplicate.objects.create(desk=actor.desk, person_a=first, person_b=second, score=0.9)


def test_page_shows_both_records_with_their_differences(officer: Actor, client_of: ClientOf) -> None:
    a_pair(officer)

    page = client_of(officer).get(PAGE).text

    assert page.count('class="differs"') == 1
    assert [text in page for text in ("Budi Santoso 1", "Santoso Budi 1", "Kepala, Dinas 1", "Pak Budi")] == [
        True
    ] * 4


def test_a_reader_sees_the_pairs_and_no_buttons(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    a_pair(officer)

    page = client_of(reader).get(PAGE).text

    assert ("Pak Budi" in page, "data-key=&quot;1" in page, 'data-key="1"' in page) == (True, False, False)


def test_without_pairs_the_page_says_so(officer: Actor, client_of: ClientOf) -> None:
    assert "No two records look like one." in client_of(officer).get(PAGE).text


def test_merging_and_its_undo(officer: Actor, client_of: ClientOf) -> None:
    pair, client = a_pair(officer), client_of(officer)

    answer = client.post(reverse("directory:merging", args=[pair.pk]), {"keep": "b", "call_name": "a"})
    pair.refresh_from_db()
    assert (answer.status_code, pair.state, open_count(officer)) == (302, "same", 0)
    assert (pair.b.call_name, pair.a.merged_into) == ("Budi", pair.b)  # type: ignore[union-attr] # people have both

    client.post(reverse("directory:parting", args=[pair.pk]))
    pair.refresh_from_db()
    assert (pair.state, open_count(officer)) == ("open", 1)


def test_keeping_apart_and_its_undo(officer: Actor, client_of: ClientOf) -> None:
    pair, client = a_pair(officer), client_of(officer)

    client.post(reverse("directory:difference", args=[pair.pk]))
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by, open_count(officer)) == ("different", officer.user, 0)

    client.post(reverse("directory:question", args=[pair.pk]))
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by, open_count(officer)) == ("open", None, 1)


def test_a_second_answer_is_told_that_there_is_one(officer: Actor, client_of: ClientOf) -> None:
    pair, client = a_pair(officer), client_of(officer)
    client.post(reverse("directory:difference", args=[pair.pk]))

    answer = client.post(reverse("directory:merging", args=[pair.pk]), follow=True)

    assert "Somebody has decided about these two already." in answer.text


def test_a_merged_record_leads_to_what_it_became(officer: Actor, client_of: ClientOf) -> None:
    pair, client = a_pair(officer), client_of(officer)
    client.post(reverse("directory:merging", args=[pair.pk]), {"keep": "a"})

    page = client.get(reverse("directory:person", args=[pair.b.pk])).text

    assert f'href="/directory/people/{pair.a.pk}/"' in page
    assert "Bring it back" not in page


def test_queries_do_not_grow_with_the_pairs(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 2, 3):
        a_pair(officer, number)
        if number != 2:
            with django_assert_num_queries(6):
                assert len(page_of_duplicates(officer).pairs) == number


def test_pages_follow_each_other(officer: Actor) -> None:
    for number in range(21):
        a_pair(officer, number)

    first = page_of_duplicates(officer)
    second = page_of_duplicates(officer, after=first.next_after)

    assert (len(first.pairs), len(second.pairs), second.next_after) == (20, 1, "")
