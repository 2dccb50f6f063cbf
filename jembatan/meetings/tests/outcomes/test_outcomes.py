"""Decisions and actions: written, changed, closed, and what the journal and the database say of it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.models import Entry
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.outcomes.closing import close_action, drop_action, open_again
from jembatan.meetings.actions.outcomes.decisions import (
    bring_back_decision,
    change_decision,
    take_out_decision,
    write_decision,
)
from jembatan.meetings.actions.outcomes.giving import (
    Task,
    bring_back_action,
    change_action,
    take_out_action,
)
from jembatan.meetings.models import Action, Meeting
from jembatan.meetings.queries.outcomes.standing import actions_at, decisions_at
from jembatan.meetings.tests.outcomes.scene import given, met, partner, sitting


@pytest.fixture
def meeting(officer: Actor, ministry: Organisation) -> Meeting:
    return met(officer, ministry, days=-1)


def lines(kind: str) -> list[str]:
    return list(Entry.objects.filter(kind__startswith=kind).order_by("pk").values_list("summary", flat=True))


def test_decision_leaves_a_line_with_the_partners(
    officer: Actor, meeting: Meeting, ministry: Organisation
) -> None:
    decision = write_decision(officer, sitting(meeting), "  Batas  laut diukur ulang ")
    change_decision(officer, decision, "Batas diukur ulang", item=None)
    take_out_decision(officer, decision)
    assert decisions_at(officer, sitting(meeting)) == []
    bring_back_decision(officer, decision)

    assert [each.text for each in decisions_at(officer, sitting(meeting))] == ["Batas diukur ulang"]
    assert lines("decision.") == [
        "Batas laut diukur ulang",
        "Batas diukur ulang",
        "Taken out: Batas diukur ulang",
        "Batas diukur ulang",
    ]
    entry = Entry.objects.filter(kind="decision.changed").order_by("pk")[0]
    assert entry.detail == "Before: Batas laut diukur ulang"
    assert [party.organisation_id for party in entry.parties.all()] == [ministry.pk]
    assert (entry.source_kind, entry.source_id) == ("meeting", meeting.pk)


def test_action_is_given_changed_and_closed_each_with_its_line(
    officer: Actor, meeting: Meeting, budi: Person
) -> None:
    action = given(officer, meeting, owner=budi, due=date(2027, 3, 5))
    change_action(officer, action, Task(text="Kirim draf akhir", owner=budi, due=None))
    change_action(officer, action, Task(text="Kirim draf akhir", owner=budi, due=None))
    close_action(officer, action)
    close_action(officer, action)
    open_again(officer, action)
    drop_action(officer, action, "Tidak perlu lagi")

    action.refresh_from_db()
    assert (action.state, action.reason, action.closed_by) == ("dropped", "Tidak perlu lagi", officer.user)
    assert lines("action.") == [
        "Budi Santoso: Kirim draf (by 5 Mar 2027)",
        "Budi Santoso: Kirim draf akhir",
        "Done: Budi Santoso: Kirim draf akhir",
        "Budi Santoso: Kirim draf akhir",
        "Dropped: Budi Santoso: Kirim draf akhir",
    ]


def test_action_that_nobody_agreed_to_is_taken_out_and_comes_back(officer: Actor, meeting: Meeting) -> None:
    first, second = given(officer, meeting, "A"), given(officer, meeting, "B")
    take_out_action(officer, first)
    bring_back_action(officer, first)
    assert [each.pk for each in actions_at(officer, sitting(meeting))] == [second.pk, first.pk]


def test_side_of_an_action_is_that_of_its_owner(officer: Actor, meeting: Meeting, budi: Person) -> None:
    assert given(officer, meeting).ours
    assert given(officer, meeting, owner=officer.user).ours
    assert not given(officer, meeting, owner=budi).ours


def test_drop_needs_a_reason(officer: Actor, meeting: Meeting) -> None:
    with pytest.raises(ValidationError) as refusal:
        drop_action(officer, given(officer, meeting), "  ")
    assert "reason" in refusal.value.message_dict


def test_point_of_another_meeting_is_refused(officer: Actor, meeting: Meeting) -> None:
    elsewhere = add_point(officer, met(officer, days=2), Content(title="A"))
    with pytest.raises(ValidationError):
        write_decision(officer, sitting(meeting), "Ya", item=elsewhere)
    with pytest.raises(ValidationError):
        given(officer, meeting, item=elsewhere)


def test_nobody_of_another_desk_gets_an_action(officer: Actor, stranger: Actor, meeting: Meeting) -> None:
    with pytest.raises(ValidationError):
        given(officer, meeting, owner=stranger.user)
    with pytest.raises(ValidationError):
        given(officer, meeting, owner=partner(stranger))


def test_readers_and_strangers_change_nothing(
    officer: Actor, reader: Actor, stranger: Actor, meeting: Meeting
) -> None:
    action = given(officer, meeting)
    with pytest.raises(PermissionDenied):
        close_action(reader, action)
    with pytest.raises(PermissionDenied):
        write_decision(reader, sitting(meeting), "Ya")
    with pytest.raises(Meeting.DoesNotExist):
        close_action(stranger, action)
    action.refresh_from_db()
    assert action.is_open


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "done"},
        {"state": "dropped"},
        {"text": ""},
        {"reason": "karena"},
        {"ours": False, "person": None, "member": "officer"},
        {"member": "officer"},
    ],
    ids=[
        "done never",
        "dropped without a reason",
        "no text",
        "reason of an open one",
        "colleague of theirs",
        "two",
    ],
)
def test_database_refuses_what_makes_no_sense(
    officer: Actor, meeting: Meeting, budi: Person, broken: dict[str, object]
) -> None:
    action = given(officer, meeting, owner=budi)
    values = {name: officer.user if value == "officer" else value for name, value in broken.items()}
    if broken == {"member": "officer"}:
        values["ours"] = True
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(**values)
