"""A desk that looks for a time with others."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.meetings.actions.polls.ask import Asked, ask_for_times
from jembatan.meetings.models import Poll

ZONE = "Asia/Jakarta"


def partner(officer: Actor, name: str = "Mori Aiko", *, email: str = "", **facts: Any) -> Person:
    """Somebody at a body of Japan; `facts` are further columns."""
    body = add_organisation(officer, f"Kantor {name}", fields={"country": "JP"})
    person = add_person(officer, name, organisation=body, email=email)
    Person.objects.filter(pk=person.pk).update(**facts)
    person.refresh_from_db()
    return person


def morning(days: int = 7, hour: int = 3) -> datetime:
    """A whole hour, some days from now."""
    return timezone.now().replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)


def asked(officer: Actor, *parties: Person, **facts: Any) -> Poll:
    """A poll of three mornings."""
    values: dict[str, Any] = {
        "title": "Rapat koordinasi",
        "minutes": 60,
        "starts": [morning(7), morning(8), morning(9)],
        "zone": ZONE,
        "answer_by": timezone.now() + timedelta(days=3),
        "parties": parties,
        "users": [officer.user] if officer.user else [],
    }
    return ask_for_times(officer, Asked(**(values | facts)))
