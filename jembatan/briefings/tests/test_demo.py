"""The demo office has a brief to speak from; it goes with the demo, unless somebody has written on it."""

import pytest
from django.utils import timezone

from demo import cast
from demo.load import load
from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk, Role, User
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Brief, BriefClearance, Part
from jembatan.briefings.queries.podium.script import script_of
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models import Meeting
from jembatan.papers.queries.standing import State
from jembatan.platform.imports.actions.roll_back import remove_demo


@pytest.fixture
def office(db: None) -> Desk:
    """As `bin/run` opens it."""
    return load(today=timezone.localdate())


def test_demo_has_a_cleared_speech(office: Desk) -> None:
    assert standing_of(Brief.objects.get(desk=office)).state == State.CLEARED
    assert len(script_of(BriefClearance.objects.get(desk=office)).speech) == 5


def test_brief_leaves_with_the_demo(office: Desk) -> None:
    remove_demo(operator(office))
    assert (Brief.objects.count(), Meeting.objects.count(), Dossier.objects.count()) == (0, 0, 0)


def test_what_somebody_has_written_on_stays(office: Desk) -> None:
    officer = Actor(desk=office, role=Role.OFFICER, user=User.objects.get(email=cast.OFFICER.email))
    save_part(officer, Brief.objects.get(), Part.PURPOSE, "Ours", version=1)
    remove_demo(operator(office))
    assert Brief.objects.get().parts.get(name=Part.PURPOSE).text == "Ours"
