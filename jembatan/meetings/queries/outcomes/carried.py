"""What is open from earlier meetings with the same partners, or of the same series: it stands on the agenda until it is closed."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Action, Attendance, Meeting
from jembatan.meetings.queries.occurrences import visible_rows
from jembatan.meetings.queries.outcomes.standing import BEGAN, Sitting, open_actions

type Party = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Carried:
    """An open action of an earlier meeting: for how many days it has been open, and past how many meetings it was carried."""

    action: Action
    days: int
    carried: int

    @property
    def is_overdue(self) -> bool:
        """The day has passed."""
        return self.action.due is not None and self.action.due < timezone.localdate()


def open_actions_for(actor: Actor, sitting: Sitting) -> list[Carried]:
    """What is due first first. Two queries where nothing is open, five where something is."""
    meeting = sitting.meeting
    own = _parties_of({meeting.pk})[meeting.pk]
    before = open_actions(actor).alias(began=BEGAN).filter(began__lt=sitting.starts_at)
    found = list(before.filter(Q(meeting__uid=meeting.uid) | Q(meeting__in=_meetings_with(own))))
    between = _between(actor, found, sitting, own) if found else []
    with_whom = _parties_of({each.meeting_id for each in found}) if found else {}
    return [Carried(each, _days(each), _count(each, between, with_whom)) for each in found]


@dataclass(frozen=True, slots=True)
class _Held:
    """A meeting at one time, its series and its partners."""

    starts_at: datetime
    uid: str
    parties: frozenset[Party]


def _between(actor: Actor, actions: Sequence[Action], sitting: Sitting, own: frozenset[Party]) -> list[_Held]:
    """Meetings since the first of the actions and before this one that could have carried any of them."""
    meeting = sitting.meeting
    rows = (
        visible_rows(actor)
        .filter(Q(meeting__uid=meeting.uid) | Q(meeting__in=_meetings_with(own)))
        .filter(starts_at__gt=min(each.arose_at for each in actions), starts_at__lt=sitting.starts_at)
        .exclude(meeting__status=Meeting.Status.CANCELLED)
        .values_list("meeting_id", "meeting__uid", "starts_at")
    )
    held = list(rows)
    parties = _parties_of({meeting_id for meeting_id, _uid, _starts in held})
    return [_Held(starts, uid, parties[meeting_id]) for meeting_id, uid, starts in held]


def _count(action: Action, between: list[_Held], with_whom: dict[int, frozenset[Party]]) -> int:
    own = with_whom[action.meeting_id]
    return sum(
        each.starts_at > action.arose_at and (each.uid == action.meeting.uid or bool(each.parties & own))
        for each in between
    )


def _days(action: Action) -> int:
    return max((timezone.now() - action.arose_at).days, 0)


def _parties_of(meetings: Collection[int]) -> dict[int, frozenset[Party]]:
    """The other side of each: its organisations, and the people who come for none."""
    found: dict[int, set[Party]] = defaultdict(set)
    rows = Attendance.objects.filter(meeting__in=meetings, ours=False)
    for meeting_id, organisation, person in rows.values_list("meeting_id", "organisation_id", "person_id"):
        if organisation is not None:
            found[meeting_id].add(("organisation", organisation))
        elif person is not None:
            found[meeting_id].add(("person", person))
    return defaultdict(frozenset, {pk: frozenset(parties) for pk, parties in found.items()})


def _meetings_with(parties: frozenset[Party]) -> QuerySet[Attendance, int]:
    """Ids of the meetings with any of them."""
    bodies = [pk for kind, pk in parties if kind == "organisation"]
    people = [pk for kind, pk in parties if kind == "person"]
    theirs = Attendance.objects.filter(ours=False)
    with_them = theirs.filter(organisation__in=bodies) | theirs.filter(organisation=None, person__in=people)
    return with_them.values_list("meeting_id", flat=True)
