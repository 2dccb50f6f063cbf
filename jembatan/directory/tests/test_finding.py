"""Which party is meant: by a name that was typed, by its likeness, by its place in a house, by a search."""

from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.house import house_around
from jembatan.directory.queries.naming import named, suggestions, tags_beginning
from jembatan.directory.queries.search import OrganisationSource, PeopleSource
from jembatan.directory.queries.similar import similar_organisations, similar_people
from jembatan.directory.tests.people import MINISTRY, a_ministry, retno


def test_similar_names_and_addresses_are_shown_before_they_are_doubled(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    add_contact_point(officer, person, kind=ContactPoint.Kind.EMAIL, value="retno@hubla.example")
    add_person(officer, "Budi Santoso")
    assert similar_people(officer, name="Retno Kusumawatti") == [person]
    assert similar_people(officer, name="Orang Lain", email="RETNO@hubla.example") == [person]
    assert similar_people(officer, name="Zulkifli") == []
    assert similar_organisations(officer, name="Kementrian Perhubungan Laut") == [ministry]


def test_name_typed_names_one_party_or_none(officer: Actor, stranger: Actor) -> None:
    first, second = add_person(officer, "Budi"), add_person(officer, "Budi")
    ministry = a_ministry(officer, short_name="Hubla")
    foreign = add_person(stranger, "Asing")
    assert named(officer, Person, "budi") is None
    assert named(officer, Person, f"Budi #{second.pk}") == second
    assert named(officer, Person, f"Asing #{foreign.pk}") is None
    assert named(officer, Organisation, "hubla") == ministry
    assert named(officer, Organisation, "") is None
    assert suggestions(officer, Person, "bud") == [f"Budi #{first.pk}", f"Budi #{second.pk}"]
    assert suggestions(officer, Organisation, "kem") == [MINISTRY]


def test_tags_in_use_are_suggested(officer: Actor, stranger: Actor) -> None:
    retno(officer, tags="VIP, Maritim")
    add_person(stranger, "Asing", fields={"tags": "Visa"})
    assert tags_beginning(officer, Person, "v") == ["VIP"]


def test_house_is_walked_up_and_down(officer: Actor) -> None:
    ministry = a_ministry(officer)
    port = a_ministry(officer, "Direktorat Pelabuhan", parent=ministry.name)
    dock = a_ministry(officer, "Seksi Dermaga", parent=port.name)
    sea = a_ministry(officer, "Direktorat Alur", parent=ministry.name)
    assert [(unit.name, unit.depth) for unit in house_around(officer, ministry)[1]] == [
        (sea.name, 1),
        (port.name, 1),
        (dock.name, 2),
    ]
    assert [unit.name for unit in house_around(officer, dock)[0]] == [ministry.name, port.name]
    remove_party(officer, port)
    assert [unit.name for unit in house_around(officer, ministry)[1]] == [sea.name]


def test_search_finds_our_own_only(officer: Actor, stranger: Actor) -> None:
    ministry = a_ministry(officer)
    person = add_person(officer, "Retno", organisation=ministry, position="Direktur")
    [hit] = PeopleSource().find(officer, "retno", limit=5)
    assert (hit.title, hit.subtitle, hit.url) == (
        "Retno",
        f"Direktur, {MINISTRY}",
        reverse("directory:person", args=[person.pk]),
    )
    assert OrganisationSource().find(officer, "kementrian perhub", limit=5) == []
    [hit] = OrganisationSource().find_alike(officer, "kementrian perhub", limit=5)
    assert (hit.title, hit.marking) == (MINISTRY, "TLP:GREEN")
    assert PeopleSource().find(stranger, "retno", limit=5) == []
    assert PeopleSource().find_alike(stranger, "rento", limit=5) == []
    assert OrganisationSource().find(officer, " ", limit=5) == []
