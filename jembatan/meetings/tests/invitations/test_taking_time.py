"""Who accepts an invitation is taken at that time."""

from datetime import UTC, datetime

import pytest

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.invitations.answer import answer_invitation
from jembatan.meetings.models import Booking
from jembatan.meetings.tests.invitations.scene import Posted, arrives, request
from jembatan.meetings.tests.test_double_booking import plan


def test_accepted_invitation_takes_the_time_of_who_accepts(officer: Actor, posted: Posted) -> None:
    (meeting,) = arrives(officer, request())
    answer_invitation(officer, meeting, "tentative")
    assert not Booking.objects.filter(meeting=meeting).exists()

    answer_invitation(officer, meeting, "accepted")

    with pytest.raises(DoubleBooked, match="Rapat koordinasi"):
        plan(officer, at=datetime(2099, 3, 10, 7, tzinfo=UTC))
    arrives(officer, request(sequence=1, hour=16))
    plan(officer, at=datetime(2099, 3, 10, 7, tzinfo=UTC))
