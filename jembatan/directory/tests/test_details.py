"""Positions, contact points and relationships: added, corrected, ended, removed, brought back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point, change_contact_point
from jembatan.directory.actions.detail_removal import remove_detail, restore_detail
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import (
    PositionFacts,
    add_position,
    change_position,
    end_position,
    reopen_position,
)
from jembatan.directory.actions.relationships import relate
from jembatan.directory.models import ContactPoint, Person, Position, Relationship
from jembatan.directory.queries.contact_points import contact_points_of
from jembatan.directory.queries.people_around import ties_of
from jembatan.directory.queries.positions import (
    former_positions,
    positions_of,
    positions_today,
    today_at,
)
from jembatan.directory.tests.people import a_ministry, retno

EMAIL, MOBILE = ContactPoint.Kind.EMAIL, ContactPoint.Kind.MOBILE
TODAY = date(2026, 11, 25)


def test_position_is_held_from_its_first_to_its_last_day(officer: Actor) -> None:
    ministry, today = a_ministry(officer), today_at(officer.desk)
    day = timedelta(days=1)
    periods = {
        "always": (None, None),
        "since today": (today, None),
        "until today": (None, today),
        "from tomorrow": (today + day, None),
        "until yesterday": (None, today - day),
    }
    for name, (since, until) in periods.items():
        person = add_person(officer, name)
        add_position(officer, person, ministry, PositionFacts(title=name, since=since, until=until))
    held = [position.title for position in positions_today(officer, ministry)]
    over = {position.title for position in former_positions(officer, ministry)}
    assert held == ["always", "since today", "until today"]
    assert over == {"from tomorrow", "until yesterday"}


def test_ended_position_is_not_held_today_and_can_be_reopened(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    position = add_position(officer, person, ministry, PositionFacts(title="Direktur"))
    ended = end_position(officer, position)
    assert ended.until == today_at(officer.desk) - timedelta(days=1)
    assert list(positions_today(officer, ministry)) == []
    reopen_position(officer, position)
    assert list(positions_today(officer, ministry)) == [position]


def test_position_that_began_today_ends_today(officer: Actor) -> None:
    today = today_at(officer.desk)
    position = add_position(officer, retno(officer), a_ministry(officer), PositionFacts(since=today))
    assert end_position(officer, position).until == today


def test_positions_of_a_person_show_open_ones_first(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    for title, since, until in (
        ("Kepala seksi", date(2010, 1, 1), date(2015, 1, 1)),
        ("Direktur", date(2020, 1, 1), None),
        ("Kepala bagian", date(2015, 1, 2), date(2019, 12, 31)),
    ):
        add_position(officer, person, ministry, PositionFacts(title=title, since=since, until=until))
    titles = [position.title for position in positions_of(officer, person)]
    assert titles == ["Direktur", "Kepala bagian", "Kepala seksi"]


def test_change_of_a_position_returns_what_stood_there(officer: Actor, second_officer: Actor) -> None:
    position = add_position(officer, retno(officer), a_ministry(officer), PositionFacts(title="Direktur"))
    before = change_position(officer, position, PositionFacts(title="Direktur Jenderal"), version=1)
    assert before == PositionFacts(title="Direktur")
    with pytest.raises(Conflict):
        change_position(second_officer, position, PositionFacts(title="Menteri"), version=1)


def test_position_is_recorded_once_and_ends_after_it_began(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    add_position(officer, person, ministry, PositionFacts(title="Direktur"))
    with pytest.raises(ValidationError):
        add_position(officer, person, ministry, PositionFacts(title=" Direktur "))
    with pytest.raises(ValidationError):
        add_position(officer, person, ministry, PositionFacts(since=TODAY, until=TODAY - timedelta(days=1)))


def test_contact_point_keeps_its_normal_form(officer: Actor) -> None:
    person = retno(officer)
    number = add_contact_point(officer, person, kind=MOBILE, value=" 0812-3456-7890 ", label="WA")
    assert (number.value, number.normal, number.label) == ("0812-3456-7890", "+6281234567890", "WA")
    with pytest.raises(ValidationError):
        add_contact_point(officer, person, kind=MOBILE, value="+62 812 3456 7890")


def test_number_is_read_in_the_country_of_its_owner(officer: Actor) -> None:
    person = add_person(officer, "Tanaka Haruka", fields={"country": "JP"})
    number = add_contact_point(officer, person, kind=ContactPoint.Kind.PHONE, value="03-3580-3311")
    assert number.normal == "+81335803311"


@pytest.mark.parametrize(
    ("kind", "value"),
    [("email", "retno"), ("phone", "hubungi sekretaris"), ("web", "javascript:alert(1)"), ("address", " ")],
)
def test_contact_point_refuses_what_reaches_nobody(officer: Actor, kind: str, value: str) -> None:
    with pytest.raises(ValidationError):
        add_contact_point(officer, retno(officer), kind=ContactPoint.Kind(kind), value=value)


def test_one_address_of_a_kind_is_preferred(officer: Actor) -> None:
    person = retno(officer)
    for value in ("a@hubla.example", "b@hubla.example"):
        add_contact_point(officer, person, kind=EMAIL, value=value, preferred=True)
    points = [(point.value, point.preferred) for point in contact_points_of(officer, person)]
    assert points == [("b@hubla.example", True), ("a@hubla.example", False)]


def test_change_of_a_contact_point_minds_other_editors(officer: Actor) -> None:
    point = add_contact_point(officer, a_ministry(officer), kind=EMAIL, value="tu@hubla.example")
    facts: dict[str, Any] = {"kind": EMAIL, "label": "", "preferred": False}
    before = change_contact_point(officer, point, value="humas@hubla.example", version=1, **facts)
    assert before.value == "tu@hubla.example"
    with pytest.raises(Conflict):
        change_contact_point(officer, point, value="x@hubla.example", version=1, **facts)


def test_removed_detail_comes_back_as_it_was(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    position = add_position(
        officer, person, ministry, PositionFacts(title="Direktur", since=date(2020, 1, 2))
    )
    point = add_contact_point(officer, person, kind=EMAIL, value="retno@hubla.example", label="kantor")
    remove_detail(officer, position)
    remove_detail(officer, point)
    assert list(positions_of(officer, person)) == []
    back = restore_detail(officer, Position, position.pk)
    assert (back.pk, back.title, back.since, back.person) == (
        position.pk,
        "Direktur",
        date(2020, 1, 2),
        person,
    )
    assert restore_detail(officer, ContactPoint, point.pk).label == "kantor"
    assert restore_detail(officer, ContactPoint, point.pk) == point


def test_detail_that_was_recorded_anew_does_not_come_back_twice(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    position = add_position(officer, person, ministry, PositionFacts(title="Direktur"))
    remove_detail(officer, position)
    add_position(officer, person, ministry, PositionFacts(title="Direktur"))

    with pytest.raises(ValidationError, match="recorded again since"):
        restore_detail(officer, Position, position.pk)
    assert Position.objects.count() == 1


def test_detail_of_a_party_that_is_gone_does_not_come_back(officer: Actor) -> None:
    person = retno(officer)
    point = add_contact_point(officer, person, kind=EMAIL, value="retno@hubla.example")
    remove_detail(officer, point)
    person.delete()

    with pytest.raises(Person.DoesNotExist):
        restore_detail(officer, ContactPoint, point.pk)


def test_relationship_is_seen_from_both_sides(officer: Actor) -> None:
    person, aide = retno(officer), add_person(officer, "Sari")
    relate(officer, aide, person, kind=Relationship.Kind.ASSISTANT)
    relate(officer, aide, person, kind=Relationship.Kind.ASSISTANT)
    assert [(tie.other, tie.is_subject) for tie in ties_of(officer, person)] == [(aide, False)]
    assert [(tie.other, tie.is_subject) for tie in ties_of(officer, aide)] == [(person, True)]
    with pytest.raises(ValidationError):
        relate(officer, aide, aide, kind=Relationship.Kind.KNOWS)


def test_reader_and_stranger_change_no_details(officer: Actor, reader: Actor, stranger: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    position = add_position(officer, person, ministry, PositionFacts())
    with pytest.raises(PermissionDenied):
        end_position(reader, position)
    with pytest.raises(PermissionDenied):
        remove_detail(reader, position)
    with pytest.raises(Position.DoesNotExist):
        end_position(stranger, position)
    with pytest.raises(Position.DoesNotExist):
        remove_detail(stranger, position)
    remove_detail(officer, position)
    with pytest.raises(Position.DoesNotExist):
        restore_detail(stranger, Position, position.pk)
