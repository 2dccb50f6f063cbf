"""The plan of a matter as it is read: steps in the order of their days, those that are late, those that begin too early."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from jembatan.accounts.models import Role, User
from jembatan.dossiers.models import Dossier, Step

State = Step.State
NEXT = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A step beside the others: `too_early` where it begins before what it comes after has ended."""

    step: Step
    late: bool
    too_early: bool


def steps_of(dossier: Dossier) -> QuerySet[Step]:
    """All of them, with whose they are and what they come after."""
    return dossier.steps.select_related("ours", "organisation", "person", "after").order_by("pk")


def next_steps(dossier: Dossier) -> list[Step]:
    """The open ones that end first."""
    rows = steps_of(dossier).filter(state=State.OPEN)
    return list(rows.order_by(Coalesce("ends_on", "starts_on").asc(nulls_last=True), "pk")[:NEXT])


def planned(steps: list[Step], today: date) -> list[Planned]:
    """Those that are not dropped, in order of what comes first."""
    shown = [step for step in steps if step.state != State.DROPPED]
    return [
        Planned(
            step=step,
            late=step.state == State.OPEN and step.ends_on is not None and step.ends_on < today,
            too_early=_too_early(step),
        )
        for step in sorted(shown, key=_when)
    ]


def possible_owners(dossier: Dossier) -> QuerySet[User]:
    """Colleagues who see the dossier, by name."""
    members = User.objects.filter(is_active=True, memberships__desk=dossier.desk_id)
    if dossier.restricted:
        named = Q(pk__in=dossier.members.values("user"))
        members = members.filter(named | Q(memberships__desk=dossier.desk_id, memberships__role=Role.HEAD))
    return members.order_by("full_name", "pk").distinct()


def _when(step: Step) -> tuple[date, date, int]:
    """A step with one day is there on that day; without any it comes last."""
    first = step.starts_on or step.ends_on or date.max
    return first, step.ends_on or first, step.pk


def _too_early(step: Step) -> bool:
    earlier = step.after
    if earlier is None or earlier.state != State.OPEN or step.state != State.OPEN:
        return False
    begins = step.starts_on or step.ends_on
    ends = earlier.ends_on or earlier.starts_on
    return begins is not None and ends is not None and begins < ends
