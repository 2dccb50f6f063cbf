"""Decisions and actions as the actor may see them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Action, Attendance, Decision, Meeting
from jembatan.meetings.queries.occurrences import Occurrence, Party

BEGAN = Coalesce("occurred_at", "meeting__starts_at")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting at one time: of a series, the occurrence of that name."""

    meeting: Meeting
    recurrence_id: str
    starts_at: datetime

    @property
    def occurred_at(self) -> datetime | None:
        """As outcomes keep it: a single meeting knows its time itself."""
        return self.starts_at if self.meeting.is_series else None


def sitting_of(meeting: Meeting, occurrence: Occurrence) -> Sitting:
    """The meeting at that occurrence."""
    name = occurrence.recurrence_id if meeting.is_series else ""
    return Sitting(meeting, name, occurrence.starts_at)


def visible_actions(actor: Actor) -> QuerySet[Action]:
    """Of the desk, from meetings that the actor sees, with their owners; those that were taken out, too."""
    found = Action.objects.filter(within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk)
    return found.select_related("meeting", "person", "organisation", "member", "agenda_item").defer(
        "meeting__search", "meeting__source", "meeting__description"
    )


def visible_decisions(actor: Actor) -> QuerySet[Decision]:
    """The same of decisions."""
    found = Decision.objects.filter(within_visible_dossiers(actor, field="meeting__dossier"), desk=actor.desk)
    return found.select_related("meeting", "agenda_item").defer(
        "meeting__search", "meeting__source", "meeting__description"
    )


def open_actions(actor: Actor) -> QuerySet[Action]:
    """Those that stand and are not closed, what is due first first."""
    found = visible_actions(actor).filter(state=Action.State.OPEN, position__isnull=False)
    return found.order_by(F("due").asc(nulls_last=True), "pk")


def decisions_at(actor: Actor, sitting: Sitting) -> list[Decision]:
    """What was decided then, in order."""
    return list(_at(visible_decisions(actor), sitting))


def actions_at(actor: Actor, sitting: Sitting) -> list[Action]:
    """What arose then, in order, whatever has become of it."""
    return list(_at(visible_actions(actor), sitting))


def about_party(party: Party) -> Q:
    """Actions that lie with the party, or arose at a meeting with it; of an organisation, those of its people too."""
    kind = "organisation" if isinstance(party, Organisation) else "person"
    met = Attendance.objects.filter(**{kind: party}).values("meeting")
    found = Q(**{kind: party}) | Q(meeting__in=met)
    if isinstance(party, Organisation):
        people = party.positions.filter(until__isnull=True).values("person")
        found |= Q(person__in=people)
    return found


def _at[Row: (Action, Decision)](rows: QuerySet[Row], sitting: Sitting) -> QuerySet[Row]:
    found = rows.filter(meeting=sitting.meeting, recurrence_id=sitting.recurrence_id, position__isnull=False)
    return found.order_by("position")
