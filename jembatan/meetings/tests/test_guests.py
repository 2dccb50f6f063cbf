"""Guests added and taken out by hand, and the way back from both."""

from collections.abc import Callable
from typing import Any

import pytest
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.tests.test_pages import planned
from jembatan.platform.ui.toasts import SESSION_KEY

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    return planned(officer)


def undo(client: Client) -> None:
    """Presses the button of the newest toast."""
    toast: dict[str, Any] = client.session[SESSION_KEY][-1]
    client.post(toast["undo"], toast["undo_fields"])


def add(client: Client, meeting: Meeting, party: Organisation) -> Attendance:
    client.post(f"{reverse('meetings:guests', args=[meeting.pk])}?kind=organisations", {"party": party.name})
    return meeting.attendances.get(organisation=party)


def take_out(client: Client, guest: Attendance) -> None:
    client.post(reverse("meetings:guest_removal", args=[guest.meeting_id, guest.pk]))


def test_guest_is_added_and_taken_out(
    officer: Actor, meeting: Meeting, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(officer)

    take_out(client, add(client, meeting, ministry))

    assert not meeting.attendances.filter(organisation=ministry).exists()


def test_undo_takes_the_added_guest_out_and_again_brings_it_back(
    officer: Actor, meeting: Meeting, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    add(client, meeting, ministry)

    undo(client)
    assert not meeting.attendances.filter(organisation=ministry).exists()
    undo(client)
    assert meeting.attendances.filter(organisation=ministry).count() == 1


def test_undo_brings_a_guest_back_with_its_answer(
    officer: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    guest = meeting.attendances.create(
        name="Kai", email="kai@tpk.example", organiser=True, status=Attendance.Status.DECLINED
    )
    before = model_to_dict(guest, exclude=["id"])
    client = client_of(officer)
    take_out(client, guest)

    undo(client)

    assert model_to_dict(meeting.attendances.get(name="Kai"), exclude=["id"]) == before


def test_guest_who_takes_part_again_already_is_not_brought_back_twice(
    officer: Actor, meeting: Meeting, ministry: Organisation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    take_out(client, add(client, meeting, ministry))
    taken_out = client.session[SESSION_KEY][-1]
    add(client, meeting, ministry)

    client.post(taken_out["undo"], taken_out["undo_fields"])

    assert meeting.attendances.filter(organisation=ministry).count() == 1
    assert client.session[SESSION_KEY][-1]["text"] == "Kementerian Kelautan takes part already."


def test_party_of_another_desk_is_not_brought_in(
    officer: Actor, stranger: Actor, meeting: Meeting, client_of: ClientOf
) -> None:
    theirs = Organisation.objects.create(desk=stranger.desk, name="Lain", name_folded="lain")
    before = meeting.attendances.count()

    client_of(officer).post(
        reverse("meetings:guest_restoration", args=[meeting.pk]),
        {"name": "Lain", "organisation": str(theirs.pk), "status": "unknown"},
    )

    assert meeting.attendances.count() == before
