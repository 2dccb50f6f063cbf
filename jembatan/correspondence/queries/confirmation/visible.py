"""Askings and their answers, for the members of the desk; those outside reach theirs by its link."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.known import LEFT, WORDS, known_of
from jembatan.directory.models import Person
from jembatan.platform.seldom import seldom


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands in the directory now beside what they write; `label` is "" for words that belong to no field."""

    label: str
    now: str
    theirs: str


def visible_confirmations(actor: Actor) -> QuerySet[Confirmation]:
    """Of people in the directory."""
    found = Confirmation.objects.filter(desk=actor.desk, person__removed_at__isnull=True)
    return found.select_related("person__desk", "asked_by", "desk")


def latest_of(actor: Actor, person: Person) -> Confirmation | None:
    """The one that says how it stands: the last that was asked."""
    asked = visible_confirmations(actor).filter(person=person).order_by("-asked_at", "-pk")
    return next(iter(seldom(asked, 1)), None)


def corrections_of(confirmation: Confirmation) -> list[Correction]:
    """In the order of the page that they saw; what is gone from the directory since stands last."""
    given = dict(confirmation.corrections)
    free = given.pop(WORDS, "")
    left = given.pop(LEFT, "")
    found = [
        Correction(fact.label, fact.value, given.pop(fact.key))
        for fact in known_of(confirmation.person)
        if fact.key in given
    ]
    found += [Correction(_("No longer in the directory"), "", words) for words in given.values()]
    if left:
        found.append(Correction("", "", _("I no longer work there")))
    return [*found, *([Correction("", "", free)] if free else [])]
