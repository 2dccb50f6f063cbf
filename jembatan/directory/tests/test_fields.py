"""Changing one field: what is kept, who may, and what two editors of one field see."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.edits import Change, Conflict
from jembatan.directory.actions.fields import change_field
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import as_read, as_typed
from jembatan.directory.tests.people import a_ministry, retno
from jembatan.platform.markings import LoweredMarking, Marking


def change(actor: Actor, party: Person | Organisation, field: str, value: str, **more: Any) -> Change:
    """An edit by someone who sees the record as it is."""
    party.refresh_from_db()
    seen: dict[str, Any] = {"version": party.version, "seen": as_typed(party, field)}
    return change_field(actor, party, field=field, value=value, **(seen | more))


def test_change_rewrites_the_derived_columns_and_grows_the_version(drafter: Actor) -> None:
    person = retno(drafter)
    done = change(drafter, person, "full_name", "  Retno   Kusumawatî ")
    person.refresh_from_db()
    assert done == Change("full_name", "Retno Kusumawati", "Retno Kusumawatî", 2)
    assert (person.full_name, person.name_folded, person.sort_key, person.version) == (
        "Retno Kusumawatî",
        "retno kusumawati",
        "retno kusumawati",
        2,
    )
    assert person.search_text == " retno kusumawati retno"


def test_change_to_the_same_value_changes_nothing(officer: Actor) -> None:
    person = retno(officer)
    assert change(officer, person, "call_name", " Retno ").version == 1


def test_undo_is_the_change_turned_round(officer: Actor) -> None:
    person = retno(officer)
    done = change(officer, person, "call_name", "Eno")
    change_field(officer, person, field=done.field, value=done.before, version=done.version, seen=done.after)
    person.refresh_from_db()
    assert person.call_name == "Retno"


def test_two_editors_of_one_field_meet_a_conflict_with_both_values(
    officer: Actor, second_officer: Actor
) -> None:
    person = retno(officer)
    change(officer, person, "country", "Indonesia")
    with pytest.raises(Conflict) as caught:
        change_field(second_officer, person, field="country", value="JP", version=1, seen="")
    conflict = caught.value
    assert (conflict.theirs, conflict.ours, conflict.version) == ("Indonesia", "Japan", 2)
    person.refresh_from_db()
    assert person.country == "ID"


def test_two_editors_of_two_fields_do_not_meet(officer: Actor, second_officer: Actor) -> None:
    person = retno(officer)
    change(officer, person, "country", "ID")
    change_field(second_officer, person, field="call_name", value="Eno", version=1, seen="Retno")
    person.refresh_from_db()
    assert (person.country, person.call_name, person.version) == ("ID", "Eno", 3)


def test_lowering_a_marking_has_to_be_confirmed(officer: Actor) -> None:
    person = retno(officer, marking="TLP:AMBER")
    with pytest.raises(LoweredMarking):
        change(officer, person, "marking", "TLP:GREEN")
    change(officer, person, "marking", "TLP:GREEN", confirmed=True)
    person.refresh_from_db()
    assert person.marking == Marking.GREEN


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("country", "jepang", "JP"),
        ("country", "Japan", "JP"),
        ("languages", "Indonesia, english; ja", ["id", "en", "ja"]),
        ("time_zone", "Asia/Makassar", "Asia/Makassar"),
        ("tags", "VIP, vip , Maritim", ["vip", "Maritim"]),
        ("note", "satu\r\ndua ", "satu\ndua"),
        ("name_order", "given_only", "given_only"),
    ],
)
def test_field_keeps_what_people_mean(officer: Actor, field: str, typed: str, kept: object) -> None:
    person = retno(officer)
    change(officer, person, field, typed)
    person.refresh_from_db()
    assert getattr(person, field) == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("full_name", "  "),
        ("full_name", "x" * 301),
        ("country", "Atlantis"),
        ("languages", "Klingonese of old"),
        ("time_zone", "Mars/Olympus"),
        ("marking", "TLP:BLUE"),
        ("name_order", "random"),
    ],
)
def test_field_refuses_what_it_cannot_keep(officer: Actor, field: str, typed: str) -> None:
    person = retno(officer)
    with pytest.raises(ValidationError):
        change(officer, person, field, typed)


@pytest.mark.parametrize("field", ["desk_id", "search_text", "version", "removed_at", "id"])
def test_field_that_nobody_edits_is_unknown(officer: Actor, field: str) -> None:
    with pytest.raises(KeyError):
        change_field(officer, retno(officer), field=field, value="1", version=1, seen="1")


def test_domains_are_kept_bare_and_once(officer: Actor) -> None:
    ministry = a_ministry(officer)
    change(officer, ministry, "domains", "@Hubla.example, hubla.example  pelabuhan.hubla.example")
    ministry.refresh_from_db()
    assert ministry.domains == ["hubla.example", "pelabuhan.hubla.example"]
    with pytest.raises(ValidationError):
        change(officer, ministry, "domains", "not a domain")


def test_organisation_cannot_be_part_of_its_own_unit(officer: Actor) -> None:
    ministry, unit = a_ministry(officer), a_ministry(officer, "Direktorat Pelabuhan")
    change(officer, unit, "parent", ministry.name.lower())
    with pytest.raises(ValidationError):
        change(officer, ministry, "parent", f"{unit.name} #{unit.pk}")
    unit.refresh_from_db()
    assert as_read(unit, "parent") == ministry.name


def test_reader_may_not_change_anything(officer: Actor, reader: Actor) -> None:
    person = retno(officer)
    with pytest.raises(PermissionDenied):
        change(reader, person, "call_name", "Eno")


def test_stranger_finds_nobody_to_change(officer: Actor, stranger: Actor) -> None:
    person = retno(officer)
    with pytest.raises(Person.DoesNotExist):
        change(stranger, person, "call_name", "Eno")
