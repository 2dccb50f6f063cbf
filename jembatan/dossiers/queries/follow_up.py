"""The link by which a partner follows their own steps, what it shows, and what they said."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier, FollowUp, Step, StepAnswer
from jembatan.dossiers.queries.limits import within
from jembatan.dossiers.queries.plan import planned, steps_of
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.links import LinkTo, address

PURPOSE = "steps"


def link_of(follow_up: FollowUp) -> str:
    """The whole address."""
    return address("dossiers:outside_steps", PURPOSE, to(follow_up))


def to(follow_up: FollowUp) -> LinkTo:
    """What the valid link says."""
    return LinkTo(follow_up.pk, follow_up.issue, follow_up.until.replace(microsecond=0))


def is_good(link: LinkTo, follow_up: FollowUp) -> bool:
    """Whether this link still shows its steps."""
    is_open = follow_up.closed_at is None and follow_up.dossier.closed_at is None
    return is_open and not link.is_over and link.issue == follow_up.issue


def their_steps(follow_up: FollowUp) -> list[Step]:
    """Their own alone, up to the marking of the link, in order of what comes first; without what they come after."""
    own = Q(organisation=follow_up.organisation_id, organisation__isnull=False)
    own |= Q(person=follow_up.person_id, person__isnull=False)
    rows = [
        step for step in steps_of(follow_up.dossier).filter(own) if within(step.marking, follow_up.marking)
    ]
    return [each.step for each in planned(rows, timezone.localdate())]


def visible_follow_ups(actor: Actor) -> QuerySet[FollowUp]:
    """Those of dossiers that the actor sees, open or not."""
    rows = FollowUp.objects.filter(dossier__in=visible_dossiers(actor))
    return rows.select_related("dossier__desk", "organisation", "person")


def follow_ups_of(dossier: Dossier, now: datetime | None = None) -> list[FollowUp]:
    """Those whose link is open, by their party's name."""
    rows = dossier.follow_ups.filter(closed_at__isnull=True, until__gt=now or timezone.now())
    found = rows.select_related("organisation", "person", "dossier")
    return sorted(found, key=lambda each: str(each.party).casefold())


def waiting_answers(dossier: Dossier) -> QuerySet[StepAnswer]:
    """What partners asked for and nobody has settled, the oldest first."""
    rows = StepAnswer.objects.filter(step__dossier=dossier, settled_at__isnull=True)
    return rows.select_related("step__dossier", "follow_up__organisation", "follow_up__person").order_by(
        "said_at", "pk"
    )


def answers_for_us(actor: Actor) -> QuerySet[StepAnswer]:
    """The same of all open dossiers that the actor sees."""
    seen = visible_dossiers(actor).filter(closed_at__isnull=True)
    rows = StepAnswer.objects.filter(settled_at__isnull=True, follow_up__dossier__in=seen)
    return rows.select_related("step__dossier", "follow_up__organisation", "follow_up__person").order_by(
        "said_at", "pk"
    )


def newest_answers(steps: list[Step], follow_up: FollowUp) -> dict[int, StepAnswer]:
    """Their last word on each step, by its id."""
    rows = StepAnswer.objects.filter(follow_up=follow_up, step__in=steps).order_by("said_at", "pk")
    return {row.step_id: row for row in rows}


def house_of(follow_up: FollowUp) -> str:
    """As whom the desk asks."""
    desk = follow_up.dossier.desk
    return desk.organisation_name or desk.name
