"""Meetings with a partner, and what they came to."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Action, Meeting
from jembatan.meetings.queries.outcomes.standing import Sitting, sitting_of
from jembatan.meetings.queries.series import occurrence_at


def partner(
    officer: Actor, name: str = "Retno Wulandari", body: str = "Kementerian Luar", *, email: str = ""
) -> Person:
    """Somebody at a body outside."""
    organisation = Organisation.objects.filter(desk=officer.desk, name=body).first()
    return add_person(
        officer, name, organisation=organisation or add_organisation(officer, body), email=email
    )


def met(
    officer: Actor,
    *parties: Person | Organisation,
    days: float,
    title: str = "Rapat",
    dossier: Dossier | None = None,
) -> Meeting:
    """A meeting so many days from now (negative: ago), of an hour."""
    begins = timezone.now() + timedelta(days=days)
    return plan_meeting(
        officer,
        title,
        times=Times(begins, begins + timedelta(hours=1)),
        zone="Asia/Jakarta",
        parties=parties,
        dossier=dossier,
        allowed=True,
    )


def sitting(meeting: Meeting, at: str = "") -> Sitting:
    """The meeting at its own time, or a series at that occurrence."""
    return sitting_of(meeting, occurrence_at(meeting, at))


def given(officer: Actor, meeting: Meeting, text: str = "Kirim draf", **task: object) -> Action:
    """An action of that meeting; `task` as `Task` has it."""
    return give_action(officer, sitting(meeting), Task(text=text, **task))  # type: ignore[arg-type]  # any of its fields
