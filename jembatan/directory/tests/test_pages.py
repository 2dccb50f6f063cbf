"""Every page of the directory, for each role: who may, who may only read, who may not."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.relationships import relate
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.directory.tests.people import a_ministry, retno

ClientOf = Callable[[Actor], Client]
ROLES = ("head", "officer", "drafter", "reader")


class Scene:
    """One of each record."""

    def __init__(self, actor: Actor) -> None:
        self.ministry = a_ministry(actor, short_name="Hubla", country="ID", time_zone="Asia/Jakarta")
        self.unit = a_ministry(actor, "Direktorat Pelabuhan", parent=self.ministry.name)
        self.person = retno(actor, country="ID", time_zone="Asia/Makassar", tags="VIP", note="baris")
        self.aide = add_person(actor, "Sari")
        self.position = add_position(
            actor, self.person, self.ministry, PositionFacts(title="Direktur Jenderal")
        )
        self.point = add_contact_point(
            actor, self.person, kind=ContactPoint.Kind.EMAIL, value="retno@hubla.example"
        )
        self.tie = relate(actor, self.aide, self.person, kind=Relationship.Kind.ASSISTANT)
        assert actor.user
        assign_counterpart(actor, self.ministry, Assignment(actor.user))


@pytest.fixture
def scene(officer: Actor) -> Scene:
    """The records, and the address of every page about them."""
    return Scene(officer)


@pytest.fixture(params=ROLES)
def member(request: pytest.FixtureRequest) -> Actor:
    """Each role of the desk in turn."""
    actor: Actor = request.getfixturevalue(request.param)
    return actor


def reading_pages(scene: Scene) -> list[str]:
    """What everyone at the desk may read."""
    person, ministry = scene.person.pk, scene.ministry.pk
    return [
        reverse("directory:directory"),
        reverse("directory:directory") + "?q=retno&mine=1&tag=VIP&country=ID&language=id&sort=recent",
        reverse("directory:directory") + "?q=rento",
        reverse("directory:directory") + "?removed=1",
        reverse("directory:organisations"),
        reverse("directory:organisations") + "?q=perhubungan&kind=government&mine=1",
        reverse("directory:person", args=[person]),
        reverse("directory:organisation", args=[ministry]),
        reverse("directory:history", args=["people", person]),
        reverse("directory:history", args=["organisations", ministry]),
        reverse("directory:options", args=["people"]) + "?other=ret",
        reverse("directory:options", args=["organisations"]) + "?other=kem",
        reverse("directory:tags", args=["people"]) + "?tag=v",
        reverse("directory:similar", args=["people"]) + "?full_name=Retno+Kusumawati",
        reverse("directory:similar", args=["organisations"]) + "?name=Kementerian",
    ]


def writing_pages(scene: Scene) -> list[str]:
    """Forms of those who write."""
    person, ministry = scene.person.pk, scene.ministry.pk
    return [
        reverse("directory:new_person"),
        reverse("directory:new_organisation"),
        reverse("directory:field", args=["people", person, "call_name"]),
        reverse("directory:field", args=["people", person, "country"]),
        reverse("directory:field", args=["people", person, "languages"]),
        reverse("directory:field", args=["people", person, "note"]),
        reverse("directory:field", args=["organisations", ministry, "parent"]),
        reverse("directory:new_position", args=["people", person]),
        reverse("directory:new_position", args=["organisations", ministry]),
        reverse("directory:position", args=[scene.position.pk]),
        reverse("directory:new_contact_point", args=["people", person]),
        reverse("directory:contact_point", args=[scene.point.pk]),
        reverse("directory:new_relationship", args=[person]),
    ]


def deciding_pages(scene: Scene) -> list[str]:
    """What officers and the head decide."""
    return [
        reverse("directory:counterpart", args=[scene.ministry.pk]),
        *(
            reverse("directory:export", args=[kind, file_format])
            for kind in ("people", "organisations")
            for file_format in ("vcf", "csv", "xlsx")
        ),
    ]


def status(client: Client, address: str) -> int:
    """Of a plain GET, read to its end."""
    response = client.get(address)
    if response.streaming:
        b"".join(response)
    return response.status_code


def test_everyone_at_the_desk_reads(scene: Scene, member: Actor, client_of: ClientOf) -> None:
    client = client_of(member)
    assert {address: status(client, address) for address in reading_pages(scene)} == dict.fromkeys(
        reading_pages(scene), 200
    )


def test_all_but_readers_see_the_forms(scene: Scene, member: Actor, client_of: ClientOf) -> None:
    client, expected = client_of(member), 200 if member.may_write else 403
    assert {address: status(client, address) for address in writing_pages(scene)} == dict.fromkeys(
        writing_pages(scene), expected
    )


def test_officers_and_head_decide(scene: Scene, member: Actor, client_of: ClientOf) -> None:
    client, expected = client_of(member), 200 if member.may_send else 403
    assert {address: status(client, address) for address in deciding_pages(scene)} == dict.fromkeys(
        deciding_pages(scene), expected
    )


def test_stranger_finds_none_of_our_records(scene: Scene, stranger: Actor, client_of: ClientOf) -> None:
    client = client_of(stranger)
    ours = [
        address
        for address in (*reading_pages(scene), *writing_pages(scene), *deciding_pages(scene))
        if any(part.isdigit() for part in address.split("/"))
    ]
    assert {address: status(client, address) for address in ours} == dict.fromkeys(ours, 404)
    for address in reading_pages(scene):
        if address not in ours:
            assert "Retno Kusumawati" not in client.get(address).content.decode()


def test_visitor_is_asked_to_sign_in(scene: Scene, client: Client) -> None:
    for address in (*reading_pages(scene), *writing_pages(scene), *deciding_pages(scene)):
        response = client.get(address)
        assert response.status_code == 302
        assert "next=" in response["Location"]


def changing_posts(scene: Scene) -> list[tuple[str, dict[str, str]]]:
    """Every address that changes something, with a body that it would accept."""
    person, ministry = scene.person.pk, scene.ministry.pk
    seen = {"version": str(scene.person.version), "seen": "Retno"}
    return [
        (reverse("directory:field", args=["people", person, "call_name"]), {"value": "Eno", **seen}),
        (reverse("directory:new_person"), {"full_name": "Budi"}),
        (reverse("directory:new_organisation"), {"name": "Badan Baru", "kind": "other"}),
        (reverse("directory:new_position", args=["people", person]), {"other": "Direktorat Pelabuhan"}),
        (reverse("directory:position", args=[scene.position.pk]), {"title": "Dirjen", "version": "1"}),
        (reverse("directory:position_end", args=[scene.position.pk]), {}),
        (reverse("directory:position_reopening", args=[scene.position.pk]), {}),
        (
            reverse("directory:new_contact_point", args=["people", person]),
            {"kind": "mobile", "value": "0812-3456-7890"},
        ),
        (
            reverse("directory:contact_point", args=[scene.point.pk]),
            {"kind": "email", "value": "r@hubla.example", "version": "1"},
        ),
        (reverse("directory:new_relationship", args=[person]), {"kind": "knows", "other": "Sari"}),
        (reverse("directory:tagging", args=["people"]), {"chosen": str(person), "tag": "Maritim"}),
        (reverse("directory:untagging", args=["people"]), {"chosen": str(person), "tag": "VIP"}),
        (reverse("directory:detail_removal", args=["relationships", scene.tie.pk]), {}),
        (reverse("directory:detail_restoration", args=["relationships", scene.tie.pk]), {}),
        (reverse("directory:removal", args=["organisations", ministry]), {}),
        (reverse("directory:restoration", args=["organisations", ministry]), {}),
    ]


def counts() -> tuple[int, ...]:
    """What the directory holds."""
    return tuple(
        model._default_manager.count()
        for model in (Person, Organisation, Position, ContactPoint, Relationship)
    )


def test_drafter_changes_everything_but_the_counterpart(
    scene: Scene, drafter: Actor, client_of: ClientOf
) -> None:
    client = client_of(drafter)
    for address, body in changing_posts(scene):
        assert client.post(address, body).status_code == 302, address
    counterpart = reverse("directory:counterpart", args=[scene.ministry.pk])
    assert client.post(counterpart, {}).status_code == 403


def test_reader_changes_nothing(scene: Scene, reader: Actor, client_of: ClientOf) -> None:
    client, before = client_of(reader), counts()
    for address, body in changing_posts(scene):
        assert client.post(address, body).status_code == 403, address
    assert counts() == before


def test_stranger_changes_nothing(scene: Scene, stranger: Actor, client_of: ClientOf) -> None:
    client, before = client_of(stranger), counts()
    about_ours = [
        (address, body)
        for address, body in changing_posts(scene)
        if any(part.isdigit() for part in address.split("/"))
    ]
    for address, body in about_ours:
        assert client.post(address, body).status_code == 404, address
    assert counts() == before


def test_changes_are_posts(scene: Scene, officer: Actor, client_of: ClientOf) -> None:
    client = client_of(officer)
    for name, arguments in (
        ("removal", ["people", scene.person.pk]),
        ("restoration", ["people", scene.person.pk]),
        ("detail_removal", ["positions", scene.position.pk]),
        ("position_end", [scene.position.pk]),
        ("tagging", ["people"]),
    ):
        assert client.get(reverse(f"directory:{name}", args=arguments)).status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/directory/aliens/options/",
        "/directory/people/1/fields/desk/",
        "/directory/people/export.exe",
        "/directory/aliens/tagging/",
        "/directory/details/aliens/1/removal/",
    ],
)
def test_unknown_address_is_not_found(officer: Actor, client_of: ClientOf, address: str) -> None:
    client = client_of(officer)
    answer = client.post(address) if address.endswith(("tagging/", "removal/")) else client.get(address)
    assert answer.status_code == 404


def test_facts_without_a_value_wait_behind_one_line(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    page = reverse("directory:organisation", args=[a_ministry(officer).pk])
    known, missing = client_of(officer).get(page).content.decode().split("Add more", 1)
    assert "Native name" not in known.split('id="facts-title"')[1]
    assert "/country/" in missing
    assert "Add more" not in client_of(reader).get(page).content.decode()


def test_clock_of_the_own_zone_is_not_shown(officer: Actor, client_of: ClientOf) -> None:
    client = client_of(officer)
    shown = [
        "there now" in client.get(reverse("directory:organisation", args=[party.pk])).content.decode()
        for party in (
            a_ministry(officer, "Di sini", time_zone="Asia/Jakarta"),
            a_ministry(officer, "Di sana", time_zone="Asia/Tokyo"),
        )
    ]
    assert shown == [False, True]


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 40])
def test_organisation_of_no_such_number_is_not_found(
    officer: Actor, client_of: ClientOf, number: str
) -> None:
    assert client_of(officer).get(f"/directory/organisations/{number}/").status_code == 404
