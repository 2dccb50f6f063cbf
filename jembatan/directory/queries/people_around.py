"""Who stands to whom."""

from dataclasses import dataclass

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person, Relationship


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship as seen from one of its two people: `is_subject` when it is said of that person."""

    relationship: Relationship
    other: Person
    is_subject: bool


def ties_of(actor: Actor, person: Person) -> list[Tie]:
    """What is said of the person first, then what is said of others about the person."""
    rows = (
        Relationship.objects.filter(Q(person=person) | Q(other=person), desk=actor.desk)
        .filter(person__removed_at__isnull=True, other__removed_at__isnull=True)
        .select_related("person", "other")
        .only("kind", "person__full_name", "other__full_name")
        .order_by("kind", "id")
    )
    ties = [
        Tie(row, row.other if row.person_id == person.pk else row.person, row.person_id == person.pk)
        for row in rows
    ]
    return sorted(ties, key=lambda tie: not tie.is_subject)
