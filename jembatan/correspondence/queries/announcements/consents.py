"""What each person wants, as it was learnt last."""

from collections.abc import Collection

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Consent
from jembatan.directory.models import Person


def consents_of(desk: Desk, people: Collection[int]) -> dict[int, Consent]:
    """The latest record by the person's id; one query for any number of people."""
    latest = Consent.objects.filter(desk=desk, person__in=people).order_by("person", "-pk").distinct("person")
    return {consent.person_id: consent for consent in latest}


def history_of_consent(actor: Actor, person: Person) -> QuerySet[Consent]:
    """Everything recorded about one person, the latest first."""
    known = Consent.objects.filter(desk=actor.desk, person=person)
    return known.select_related("recorded_by", "announcement").order_by("-pk")
