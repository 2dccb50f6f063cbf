"""Having a roster made: handed to a worker, shown as it goes on, stopped, and begun again where a worker was killed."""

import logging
import os
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.bounds import hand_over
from jembatan.deployment.actions.changing import held
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.rosters import note_standing
from jembatan.deployment.events import SolvingAsked
from jembatan.deployment.models import ACTIVE, Assignment, Roster, Solving
from jembatan.deployment.queries.instance import standing_of
from jembatan.deployment.queries.visible import visible_rosters
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.live import news
from jembatan.rostering.instance import Assignment as Put

if TYPE_CHECKING:
    from jembatan.rostering.solving.solve import Progress, Solved

log = logging.getLogger(__name__)
State = Solving.State
BUSY = (State.WAITING, State.RUNNING)
TOLD_EVERY, KEPT_EVERY = 1.0, 10.0
WORKERS = min(os.cpu_count() or 1, 8)


@transaction.atomic
def start_solving(actor: Actor, roster: Roster, *, seconds: int, keep: bool = True) -> Solving:
    """`keep`: what is published stays, and so does, in any case, what is held fast and what has begun. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, roster)
    if current.is_published:
        raise Refused(_("Officers work by this roster. Begin a draft, and let the solver work on that."))
    if not 1 <= seconds <= 3600:
        raise Refused(_("The solver works for an hour at most."))
    if current.solvings.filter(state__in=BUSY).exists():
        raise Refused(_("The solver is at it already."))
    if not current.programme.duties.filter(cancelled=False).exists():
        raise Refused(_("There are no duties yet. Make them from the templates first."))
    solving = Solving.objects.create(
        desk=current.desk, roster=current, asked_seconds=seconds, keep=keep, asked_by=actor.user
    )
    announce(SolvingAsked(solving.pk))
    return solving


@transaction.atomic
def stop_solving(actor: Actor, solving: Solving) -> None:
    """What it has found so far is kept."""
    require_officer(actor)
    visible_rosters(actor).get(pk=solving.roster_id)
    Solving.objects.filter(pk=solving.pk, state__in=BUSY).update(stop_asked=True)


def work(solving: Solving) -> None:
    """What the worker does. A second call after a kill goes on from the best that was kept; after success it does nothing."""
    if solving.state not in BUSY:
        return
    Solving.objects.filter(pk=solving.pk).update(state=State.RUNNING)
    try:
        found = _search(solving)
    except Exception as error:
        Solving.objects.filter(pk=solving.pk).update(
            state=State.FAILED, error=f"{type(error).__name__}: {error}", ended_at=timezone.now()
        )
        log.exception("Solving %s failed", solving.pk)
        raise
    _take(solving, found)


def held_fast(roster: Roster, *, keep: bool) -> list[Put]:
    """What the solver leaves where it is."""
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__cancelled=False).select_related(
        "duty"
    )
    published = set()
    if keep:
        at_work = Assignment.objects.filter(
            roster__programme=roster.programme, roster__state=Roster.State.PUBLISHED, state__in=ACTIVE
        )
        published = set(at_work.values_list("duty", "officer"))
    now = timezone.now()
    return [
        Put(row.duty_id, row.officer_id)
        for row in rows
        if row.locked or row.duty.starts_at <= now or (row.duty_id, row.officer_id) in published
    ]


@transaction.atomic
def _take(solving: Solving, found: "Solved") -> None:
    """The roster is what was found, in place of what stood there."""
    roster = (
        Roster.objects.select_for_update(no_key=True)
        .select_related("programme", "desk")
        .get(pk=solving.roster_id)
    )
    kept = {
        (row.duty_id, row.officer_id): row
        for row in Assignment.objects.filter(roster=roster, state__in=ACTIVE)
    }
    Assignment.objects.filter(roster=roster, duty__cancelled=False).delete()
    seats: dict[int, int] = {}
    rows = []
    for each in found.assignments:
        duty, officer = int(each.duty), int(each.officer)
        seats[duty] = number = seats.get(duty, 0) + 1
        before = kept.get((duty, officer))
        rows.append(
            Assignment(
                desk=roster.desk,
                roster=roster,
                duty_id=duty,
                officer_id=officer,
                seat=number,
                locked=bool(before and before.locked),
                origin=before.origin if before else Assignment.Origin.SOLVER,
                made_by_id=before.made_by_id if before else None,
            )
        )
    Assignment.objects.bulk_create(rows, batch_size=2000)
    roster.seconds = solving.spent + found.seconds
    roster.save(update_fields=["seconds"])
    note_standing(roster)
    hand_over(roster)
    stopped = Solving.objects.filter(pk=solving.pk, stop_asked=True).exists()
    Solving.objects.filter(pk=solving.pk).update(
        state=State.STOPPED if stopped else State.DONE, best=[], ended_at=timezone.now()
    )
    news.tell(roster.desk_id, "roster", [roster.pk])


def _search(solving: Solving) -> "Solved":
    """Around what is held; what was found before a kill is where it begins."""
    from jembatan.rostering.solving.solve import solve  # only workers search

    hold = held_fast(solving.roster, keep=solving.keep)
    instance = standing_of(solving.roster, hold=hold).instance
    start = [Put(duty, officer) for duty, officer in solving.best]
    left = max(solving.asked_seconds - solving.spent, 1.0)
    return solve(instance, seconds=left, workers=WORKERS, start=start, progress=_teller(solving))


def _teller(solving: Solving) -> Callable[["Progress"], bool]:
    """Stores how far it is every second and the best every ten; says whether to go on."""
    before = solving.spent
    told, kept = -TOLD_EVERY, 0.0

    def tell(progress: "Progress") -> bool:
        nonlocal told, kept
        if progress.seconds - told < TOLD_EVERY:
            return True
        told = progress.seconds
        facts: dict[str, Any] = {"progress": asdict(progress.figures), "spent": before + progress.seconds}
        if progress.seconds - kept >= KEPT_EVERY:
            kept = progress.seconds
            facts["best"] = [[each.duty, each.officer] for each in progress.made()]
        Solving.objects.filter(pk=solving.pk).update(**facts)
        return not Solving.objects.filter(pk=solving.pk, stop_asked=True).exists()

    return tell
