"""Counterparts, tags, removal, activity, and what is announced."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.actions.activity import mark_active
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart, assignment_of
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party, restore_party
from jembatan.directory.actions.tags import tag_parties, untag_parties
from jembatan.directory.events import DirectoryChanged
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.listing import list_organisations, list_people
from jembatan.directory.queries.visible import visible_people
from jembatan.directory.tests.people import a_ministry, retno
from jembatan.platform import events


def user_of(actor: Actor) -> User:
    """The member's user."""
    assert actor.user is not None
    return actor.user


def forget_activity() -> None:
    """As if nobody had been written about in the journal yet."""
    for model in (Person, Organisation):
        model._default_manager.update(last_active_at=None)


def test_lead_and_deputy_are_officers_of_the_desk(
    officer: Actor, second_officer: Actor, drafter: Actor, stranger: Actor
) -> None:
    ministry = a_ministry(officer)
    pair = Assignment(user_of(officer), user_of(second_officer))
    assert assign_counterpart(officer, ministry, pair) == Assignment()
    assert assignment_of(ministry) == pair
    for lead, deputy in (
        (drafter, None),
        (stranger, None),
        (officer, officer),
        (officer, drafter),
    ):
        refused = Assignment(user_of(lead), user_of(deputy) if deputy else None)
        with pytest.raises(ValidationError):
            assign_counterpart(officer, ministry, refused)
    assert assign_counterpart(officer, ministry, Assignment()) == pair
    assert assignment_of(ministry) == Assignment()


def test_deputy_needs_a_lead(officer: Actor) -> None:
    with pytest.raises(ValidationError):
        assign_counterpart(officer, a_ministry(officer), Assignment(None, user_of(officer)))


def test_drafter_does_not_decide_who_answers(officer: Actor, drafter: Actor) -> None:
    ministry = a_ministry(officer)
    with pytest.raises(PermissionDenied):
        assign_counterpart(drafter, ministry, Assignment(user_of(officer)))


def test_bulk_tag_returns_what_undo_needs(officer: Actor, stranger: Actor) -> None:
    tagged = retno(officer, tags="VIP")
    plain, foreign = add_person(officer, "Budi"), add_person(stranger, "Asing")
    ids = [tagged.pk, plain.pk, foreign.pk]
    assert tag_parties(officer, Person, ids, tag=" VIP ") == [plain.pk]
    assert untag_parties(officer, Person, [plain.pk], tag="VIP") == [plain.pk]
    tags = {person.pk: person.tags for person in Person.objects.filter(pk__in=ids)}
    assert tags == {tagged.pk: ["VIP"], plain.pk: [], foreign.pk: []}
    for wrong in ("", "satu, dua", "x" * 81):
        with pytest.raises(ValidationError):
            tag_parties(officer, Person, ids, tag=wrong)


def test_removed_party_leaves_the_directory_until_it_is_restored(officer: Actor) -> None:
    person = retno(officer)
    remove_party(officer, person)
    assert list(visible_people(officer)) == []
    restore_party(officer, person)
    restore_party(officer, person)
    assert list(visible_people(officer)) == [person]


def test_stranger_and_reader_remove_nobody(officer: Actor, reader: Actor, stranger: Actor) -> None:
    person = retno(officer)
    with pytest.raises(PermissionDenied):
        remove_party(reader, person)
    with pytest.raises(Person.DoesNotExist):
        remove_party(stranger, person)
    remove_party(officer, person)
    with pytest.raises(Person.DoesNotExist):
        restore_party(stranger, person)


def test_activity_moves_forward_only_and_orders_the_lists(officer: Actor, stranger: Actor) -> None:
    quiet, recent, ministry = add_person(officer, "Budi"), retno(officer), a_ministry(officer)
    forget_activity()
    new, old = datetime(2026, 11, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    mark_active(officer.desk, people={recent.pk: new}, organisations={ministry.pk: old})
    mark_active(officer.desk, people={recent.pk: old})
    mark_active(stranger.desk, people={quiet.pk: new})
    assert [(row["name"], row["last_active"]) for row in list_people(officer, 10)] == [
        (recent.full_name, new),
        ("Budi", None),
    ]
    assert [row["last_active"] for row in list_organisations(officer, 10)] == [old]


def test_lists_are_plain_rows(officer: Actor) -> None:
    ministry = a_ministry(officer, short_name="Hubla", country="ID")
    person = add_person(
        officer, "Retno", email="Retno@hubla.example", organisation=ministry, position="Direktur"
    )
    assign_counterpart(officer, ministry, Assignment(user_of(officer)))
    forget_activity()
    assert list_people(officer, 10) == [
        {
            "id": person.pk,
            "name": "Retno",
            "organisation": ministry.name,
            "email": "Retno@hubla.example",
            "last_active": None,
        }
    ]
    assert list_organisations(officer, 10) == [
        {
            "id": ministry.pk,
            "name": ministry.name,
            "short_name": "Hubla",
            "kind": "government",
            "country": "ID",
            "lead": "Bagus Prasetyo",
            "last_active": None,
        }
    ]


def test_change_is_announced_in_the_desks_language_at_the_highest_marking(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[DirectoryChanged] = []
    monkeypatch.setitem(events._listeners, DirectoryChanged, [heard.append])
    person = retno(officer, marking="TLP:AMBER")
    ministry = a_ministry(officer)
    tag_parties(officer, Person, [person.pk], tag="VIP")
    assert [(event.parties, event.added, event.marking) for event in heard] == [
        ((person,), True, "TLP:AMBER"),
        ((ministry,), True, "TLP:GREEN"),
        ((person,), False, "TLP:AMBER"),
    ]
    assert all("%(" not in event.summary for event in heard)


def test_person_with_faults_in_two_fields_is_told_both(officer: Actor) -> None:
    with pytest.raises(ValidationError) as caught:
        add_person(officer, " ", fields={"country": "Atlantis"})
    assert sorted(caught.value.message_dict) == ["country", "full_name"]
