"""What people decide about a meeting is remembered: who, when, what; and taking it back reads it from there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.filing import file_meetings
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.history import meeting_history
from jembatan.meetings.tests.test_pages import DAY, planned

type ClientOf = Callable[[Actor], Client]


def told(actor: Actor, meeting: Meeting) -> list[list[tuple[str, str, str]]]:
    """Each field before and after; the newest change first."""
    return [
        [(each.label.lower(), each.before, each.after) for each in change.differences]
        for change in meeting_history(actor, meeting)
    ]


def imported(
    actor: Actor, *, status: str = "confirmed", sequence: int = 0, title: str = "Bilateral"
) -> Meeting:
    """A version of one meeting, as a calendar tells it."""
    fields = {
        "title": title,
        "clock": "zoned",
        "zone": "Asia/Jakarta",
        "starts_at": DAY,
        "ends_at": DAY + timedelta(hours=1),
        "status": status,
    }
    draft = Draft("uid@partner.example", fields, (), f"{sequence}-{status}-{title}", sequence=sequence)
    file_meetings(actor, [draft], batch_id=7)
    return Meeting.objects.get()


def test_planning_and_changing_are_remembered_with_their_author(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    client = client_of(drafter)
    data = {"title": "Koordinasi", "when": "4 March 2031 14:00", "minutes": "60", "marking": "TLP:GREEN"}
    client.post(reverse("meetings:new"), data)
    meeting = Meeting.objects.get()
    client.post(reverse("meetings:field", args=[meeting.pk, "location"]), {"version": "1", "value": "Aula"})

    moved, added = meeting_history(officer, meeting)

    assert (moved.who, moved.verb, added.who, added.verb) == (drafter.name, "update", drafter.name, "insert")
    assert told(officer, meeting)[0] == [("place", "", "Aula")]
    assert ("begins", "", "4 Mar 2031, 14:00 WIB (UTC+7)") in told(officer, meeting)[1]


def test_days_are_told_without_a_time(officer: Actor) -> None:
    meeting = planned(officer)
    days = Times(date(2026, 3, 5), date(2026, 3, 6))

    change_meeting(officer, meeting, "times", (days, "Asia/Jakarta"), version=1)

    assert told(officer, meeting)[0] == [
        ("clock", "in its zone", "all day"),
        ("begins", "4 Mar 2026, 14:00 WIB (UTC+7)", "5 Mar 2026"),
        ("ends", "4 Mar 2026, 15:00 WIB (UTC+7)", "6 Mar 2026"),
        ("time zone", "Asia/Jakarta", ""),
    ]


def test_a_calendar_leaves_only_what_it_changes(officer: Actor) -> None:
    meeting = imported(officer)
    assert told(officer, meeting) == []

    imported(officer, sequence=1, title="Multilateral")

    assert told(officer, meeting) == [[("title", "Bilateral", "Multilateral")]]


@pytest.mark.parametrize("status", [Meeting.Status.TENTATIVE, Meeting.Status.CONFIRMED])
def test_a_meeting_comes_back_as_firm_as_it_was(officer: Actor, status: Meeting.Status) -> None:
    meeting = cancel_meeting(officer, imported(officer, status=status.value))

    assert restore_meeting(officer, meeting).status == status


def test_a_meeting_that_came_called_off_comes_back_confirmed(officer: Actor) -> None:
    meeting = imported(officer, status="cancelled")

    assert restore_meeting(officer, meeting).status == Meeting.Status.CONFIRMED


def test_history_does_not_name_a_dossier_that_is_closed_to_the_reader(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Rahasia", restricted=True)
    assert officer.user is not None
    secret.members.create(desk=officer.desk, user=officer.user)
    meeting = planned(officer, dossier=secret)
    change_meeting(officer, meeting, "dossier", None, version=1)

    page = client_of(reader).get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()

    assert told(officer, meeting)[0] == [("dossier", "Rahasia", "")]
    assert f"#{secret.pk}" in page
    assert "Rahasia" not in page
