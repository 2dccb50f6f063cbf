"""A meeting with its brief, and an earlier one."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.make_brief import make_brief
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Meeting
from tests.access.scene.kinds import OPEN


def add_meeting(officer: Actor, word: str, ministry: Organisation, budi: Person) -> Meeting:
    begins = timezone.now() + timedelta(hours=2)
    meeting = plan_meeting(
        officer,
        f"Rapat {word}",
        times=Times(begins, begins + timedelta(hours=1)),
        zone="Asia/Jakarta",
        location=f"Ruang {word}",
        description=f"Acara {word}",
        parties=(ministry, budi),
    )
    plan_meeting(
        officer,
        f"Rapat lama {word}" if word == OPEN else f"Rapat lama {OPEN}",
        times=Times(begins - timedelta(days=2), begins - timedelta(days=2, hours=-1)),
        zone="Asia/Jakarta",
        parties=(ministry, budi),
    )
    make_brief(officer, meeting, form="pdf", language="id", site="http://testserver")
    return meeting
