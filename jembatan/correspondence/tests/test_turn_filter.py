"""Conversations on the pages of partners and dossiers, narrowed by turn as the inbox is."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Sender, Thread
from jembatan.correspondence.queries import owed
from jembatan.correspondence.tests import scene
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier

type ClientOf = Callable[[Actor], Client]
type Place = tuple[str, list[Thread]]

WORDS = {"ours": "Kami jawab", "theirs": "Mereka jawab", "nobodys": "Tidak ada", "done": "Selesai"}


def conversations(desk: Desk) -> list[Thread]:
    """One of each turn, and one that is done although it was our turn."""
    found = [scene.conversation(desk, subject) for subject in WORDS.values()]
    for talk, turn in zip(found, ("ours", "theirs", "nobodys", "ours"), strict=True):
        done = timezone.now() if talk.subject == WORDS["done"] else None
        Thread.objects.filter(pk=talk.pk).update(turn=turn, done_at=done)
    return found


def of_party(desk: Desk, party: Organisation | Person) -> str:
    field = "person" if isinstance(party, Person) else "organisation"
    Sender.objects.filter(email="budi@laut.example").update(**{field: party})
    return f"/directory/{'people' if field == 'person' else 'organisations'}/{party.pk}/"


@pytest.fixture(params=["organisation", "person", "dossier"])
def place(request: pytest.FixtureRequest, officer: Actor) -> Place:
    """The address of a page that shows the four conversations."""
    desk, found = officer.desk, conversations(officer.desk)
    if request.param == "dossier":
        dossier = Dossier.objects.create(desk=desk, title="Pelabuhan")
        Thread.objects.filter(desk=desk).update(dossier=dossier)
        return f"/dossiers/{dossier.pk}/", found
    party = scene.organisation(desk) if request.param == "organisation" else scene.person(desk)
    return of_party(desk, party), found


def panel(page: str) -> str:
    found = re.search(r'<section class="panel" id="conversations">.*?</section>', page, re.DOTALL)
    return found.group() if found else ""


def shown(page: str) -> set[str]:
    return {name for name, subject in WORDS.items() if subject in panel(page)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?turn=ours", {"ours"}),
        ("?turn=theirs", {"theirs"}),
        ("?turn=nobodys", {"nobodys"}),
        ("?done=1", {"done"}),
    ],
)
def test_page_shows_the_conversations_of_one_turn(
    officer: Actor, client_of: ClientOf, place: Place, query: str, expected: set[str]
) -> None:
    page = client_of(officer).get(place[0] + query).text

    assert shown(page) == expected
    assert panel(page).count('aria-current="page"') == 1


def test_page_counts_each_turn_and_narrows_by_its_own_address(
    officer: Actor, client_of: ClientOf, place: Place
) -> None:
    address, _found = place

    found = panel(client_of(officer).get(address, {"kind": "note"}).text)

    assert re.findall(r'<span class="count">(\d+)</span>', found) == ["1", "1", "1"]
    for query in ("turn=ours", "turn=theirs", "turn=nobodys", "done=1"):
        narrowed = f"{address}?kind=note&amp;{query}"
        assert f'href="{narrowed}#conversations"' in found  # without script
        assert f'hx-get="{narrowed}"' in found


def test_page_without_a_choice_shows_all_that_is_open(
    officer: Actor, client_of: ClientOf, place: Place
) -> None:
    for query in ("", "?turn=wrong", "?done=0"):
        assert {"ours", "theirs", "nobodys"} <= shown(client_of(officer).get(place[0] + query).text)


def test_nothing_of_a_turn_is_said_in_words(officer: Actor, client_of: ClientOf, place: Place) -> None:
    Thread.objects.filter(turn="theirs").update(turn="ours")

    found = panel(client_of(officer).get(f"{place[0]}?turn=theirs").text)

    assert "No conversation matches these filters." in found
    assert re.findall(r'<span class="count">(\d+)</span>', found) == ["2", "0", "1"]


def test_inbox_is_reached_with_the_same_filter(officer: Actor, client_of: ClientOf, place: Place) -> None:
    for number in range(8):
        talk = scene.conversation(officer.desk, f"Lagi {number}")
        dossier = place[1][0].__class__.objects.get(pk=place[1][0].pk).dossier
        Thread.objects.filter(pk=talk.pk).update(turn="ours", dossier=dossier)

    found = panel(client_of(officer).get(f"{place[0]}?turn=ours").text)

    assert found.count("row-title") == 7
    assert re.search(r'href="/inbox/\?\w+=\d+&amp;turn=ours"', found)


def test_whoever_may_read_may_filter_and_another_desk_finds_nothing(
    reader: Actor, stranger: Actor, client_of: ClientOf, place: Place
) -> None:
    assert shown(client_of(reader).get(f"{place[0]}?turn=ours").text) == {"ours"}
    assert client_of(stranger).get(f"{place[0]}?turn=ours").status_code == 404


def test_restricted_dossier_is_neither_listed_nor_counted(
    head: Actor, officer: Actor, client_of: ClientOf
) -> None:
    talk = conversations(head.desk)[0]
    address = of_party(head.desk, scene.organisation(head.desk))
    scene.restrict(talk)

    for actor, number in ((head, "1"), (officer, "0")):
        found = panel(client_of(actor).get(f"{address}?turn=ours").text)
        assert re.findall(r'<span class="count">(\d+)</span>', found) == [number, "1", "1"]
        assert (WORDS["ours"] in found) is (actor is head)


@pytest.mark.parametrize("query", ["", "?turn=ours", "?turn=nobodys", "?done=1"])
def test_page_asks_as_often_for_many_conversations_as_for_one(
    officer: Actor,
    client_of: ClientOf,
    place: Place,
    query: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, asked = client_of(officer), []
    client.get(place[0])
    for _time in range(2):
        with django_assert_max_num_queries(60) as queries:
            client.get(place[0] + query)
        asked.append(len(queries.captured_queries))
        dossier = Thread.objects.get(pk=place[1][0].pk).dossier
        conversations(officer.desk)
        Thread.objects.filter(desk=officer.desk).update(dossier=dossier)

    assert asked[0] == asked[1]


def test_partner_with_very_many_conversations_is_counted_and_narrowed_whole(
    officer: Actor, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owed, "MANY", 2)
    conversations(officer.desk)
    address = of_party(officer.desk, scene.organisation(officer.desk))

    page = client_of(officer).get(f"{address}?turn=nobodys").text

    assert shown(page) == {"nobodys"}
    assert re.findall(r'<span class="count">(\d+)</span>', panel(page)) == ["1", "1", "1"]


@pytest.mark.parametrize("kind", ["organisations", "people"])
def test_directory_lists_with_whom_it_is_whose_turn(
    officer: Actor, reader: Actor, head: Actor, client_of: ClientOf, kind: str
) -> None:
    make = scene.organisation if kind == "organisations" else scene.person
    parties = {turn: make(officer.desk, f"Mitra {turn}") for turn in ("ours", "theirs", "nobodys", "hidden")}
    for turn, party in parties.items():
        talk = scene.thread(officer.desk, turn)
        address = f"{turn}@laut.example"
        scene.answer(talk, to=(address,)) if turn == "theirs" else scene.message(talk, email=address)
        Thread.objects.filter(pk=talk.pk).update(turn="ours" if turn == "hidden" else turn)
        Sender.objects.filter(email=address).update(
            **{"organisation" if kind == "organisations" else "person": party}
        )
        if turn == "hidden":
            scene.restrict(talk)
    address = f"/directory/{'organisations/' if kind == 'organisations' else ''}"

    def listed(actor: Actor, turn: str) -> set[str]:
        page = client_of(actor).get(address, {"turn": turn}).text
        return {name for name, party in parties.items() if f"/{kind}/{party.pk}/" in page}

    for turn in ("ours", "theirs", "nobodys"):
        assert listed(officer, turn) == listed(reader, turn) == {turn}
    assert listed(head, "ours") == {"ours", "hidden"}
    assert listed(officer, "") == listed(officer, "wrong") == set(parties)
    Thread.objects.filter(turn="ours").update(done_at=timezone.now())
    assert listed(head, "ours") == set()


def test_directory_of_another_desk_knows_nothing_of_our_turns(
    officer: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene.conversation(officer.desk)
    ours = scene.organisation(officer.desk)
    of_party(officer.desk, ours)

    page = client_of(stranger).get("/directory/organisations/?turn=ours")

    assert (page.status_code, ours.name in page.text) == (200, False)


def test_directory_asks_as_often_for_three_partners_as_for_one(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, asked = client_of(officer), []
    client.get("/directory/organisations/")
    for number in range(3):
        scene.message(scene.thread(officer.desk, f"Surat {number}"), email=f"{number}@laut.example")
        party = scene.organisation(officer.desk, f"Mitra {number}")
        Sender.objects.filter(email=f"{number}@laut.example").update(organisation=party)
        with django_assert_max_num_queries(40) as queries:
            page = client.get("/directory/organisations/?turn=ours").text
        assert len(re.findall(r"Mitra \d</a>", page)) == number + 1
        asked.append(len(queries.captured_queries))

    assert len(set(asked)) == 1


def test_search_narrows_messages_by_turn(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    conversations(officer.desk)

    def hits(actor: Actor, **more: str) -> set[str]:
        page = client_of(actor).get("/search/", {"q": "tanggapan", "kind": "messages", **more})
        return {hit.title for group in page.context["groups"] for hit in group.hits}

    for turn in ("ours", "theirs", "nobodys"):
        assert hits(officer, turn=turn) == hits(reader, turn=turn) == {WORDS[turn]}
        assert hits(stranger, turn=turn) == set()
    assert hits(officer) == hits(officer, turn="wrong") == set(WORDS.values())


def test_search_offers_the_turns_where_messages_are_chosen(officer: Actor, client_of: ClientOf) -> None:
    conversations(officer.desk)
    client = client_of(officer)

    chosen = client.get("/search/", {"q": "tanggapan", "kind": "messages", "turn": "ours"}).text

    assert 'href="?q=tanggapan&amp;kind=messages&amp;turn=theirs"' in chosen
    assert 'name="turn" value="ours"' in chosen
    assert "turn=theirs" not in client.get("/search/", {"q": "tanggapan"}).text
