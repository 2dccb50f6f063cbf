"""Having reckoned what no roster can be below: handed to a worker, shown as it goes on, stopped. A worker that was killed begins anew."""

import logging
from collections.abc import Callable
from time import monotonic

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import held
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.events import BoundAsked
from jembatan.deployment.models import Bound, Roster
from jembatan.deployment.queries.asked import digest_of
from jembatan.deployment.queries.figures import OFFICER_DAYS, OFFICERS, PAIRS, UNCOVERED, UNTAKEABLE
from jembatan.deployment.queries.instance import NO_DELEGATION, standing_of
from jembatan.deployment.queries.visible import visible_rosters
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce

log = logging.getLogger(__name__)
State = Bound.State
BUSY = (State.WAITING, State.RUNNING)
SECONDS = 60.0
TOLD_EVERY = 1.0


@transaction.atomic
def ask_bound(actor: Actor, roster: Roster) -> Bound:
    """Anew, where there is one already. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, roster)
    if not current.programme.duties.filter(cancelled=False).exists():
        raise Refused(_("There are no duties yet. Make them from the templates first."))
    return hand_over(current, asked_by=actor)


def hand_over(roster: Roster, *, asked_by: Actor | None = None) -> Bound:
    """To a worker, within the caller's transaction; nothing where one is at it."""
    bound, _new = Bound.objects.get_or_create(roster=roster, defaults={"desk_id": roster.desk_id})
    if bound.is_busy and not _new:
        return bound
    bound.state, bound.stop_asked, bound.error = State.WAITING, False, ""
    bound.done, bound.asked_by = 0, asked_by.user if asked_by else None
    bound.save()
    announce(BoundAsked(bound.pk))
    return bound


@transaction.atomic
def stop_bound(actor: Actor, roster: Roster) -> None:
    """What was found so far holds, and is kept."""
    require_officer(actor)
    current = visible_rosters(actor).get(pk=roster.pk)
    Bound.objects.filter(roster=current, state__in=BUSY).update(stop_asked=True)


def reckon(bound: Bound) -> None:
    """What the worker does; nothing, where it is done."""
    from jembatan.rostering.solving.bounds import bound_of  # only workers reckon

    if not bound.is_busy:
        return
    Bound.objects.filter(pk=bound.pk).update(state=State.RUNNING)
    try:
        digest = digest_of(
            bound.roster
        )  # First: what changes while the rows are read counts as changed since.
        standing = standing_of(bound.roster)
        found = bound_of(
            standing.instance, assignments=standing.assignments, seconds=SECONDS, progress=_teller(bound)
        )
    except Exception as error:
        facts = {"state": State.FAILED, "error": f"{type(error).__name__}: {error}"}
        Bound.objects.filter(pk=bound.pk).update(**facts, ended_at=timezone.now())
        log.exception("Bound %s failed", bound.pk)
        raise
    met = sum(number for delegation, number in found.pairs_of.items() if delegation != NO_DELEGATION)
    stopped = Bound.objects.filter(pk=bound.pk, stop_asked=True).exists()
    Bound.objects.filter(pk=bound.pk).update(
        state=State.STOPPED if stopped else State.DONE,
        least={
            UNCOVERED: found.open,
            UNTAKEABLE: found.untakeable,
            OFFICER_DAYS: found.officer_days,
            PAIRS: met,
            OFFICERS: found.officers,
        },
        days=found.days,
        done=found.days,
        exact=found.exact_days,
        instance=digest,
        ended_at=timezone.now(),
    )


def _teller(bound: Bound) -> Callable[[int, int], bool]:
    """Stores every second how many days are done; says whether to go on."""
    told, go_on = monotonic() - TOLD_EVERY, True

    def tell(done: int, of: int) -> bool:
        nonlocal told, go_on
        if go_on and monotonic() - told >= TOLD_EVERY:
            told = monotonic()
            Bound.objects.filter(pk=bound.pk).update(done=done, days=of)
            go_on = not Bound.objects.filter(pk=bound.pk, stop_asked=True).exists()
        return go_on

    return tell
