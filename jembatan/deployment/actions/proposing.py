"""Proposals come up: somebody cannot come, or a movement or a duty changed. They go when there is nothing left to mend, or when they are left as they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.deployment.actions.changing import tell_pages
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.events import LeftAsItIs, LookAsked
from jembatan.deployment.models import ACTIVE, UNDECIDED, Assignment, Proposal, Roster
from jembatan.deployment.queries.lost import seats_left, seats_unkept
from jembatan.deployment.queries.proposals import visible_proposals
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce, announce_after_commit
from jembatan.programmes.models import Absence, Duty, Movement, Officer, Programme

Cause, State = Proposal.Cause, Proposal.State
AWAY = (Cause.ILL, Cause.OTHER, Cause.SAID_SO)
NOTED = (Cause.MOVEMENT, Cause.DUTY)
"""What a worker looks at, once for all that come together."""


@transaction.atomic
def propose(
    officer: Officer, since: datetime, until: datetime, cause: Proposal.Cause, *, by: Actor | None = None
) -> Proposal:
    """Somebody is away between the two moments; what is open about them and touches these becomes one with it. `by` is who entered it here.

    Whoever has said so themselves is not one who just did not come.
    """
    hold_officer(officer.pk)
    during = DateTimeTZRange(since, until)
    known = list(Proposal.objects.filter(officer=officer, state=State.OPEN, during__overlap=during))
    since, until = (
        min([since, *(each.during.lower for each in known)]),
        max([until, *(each.during.upper for each in known)]),
    )
    told = any(each.was_told for each in known)
    said_so = any(each.cause == Cause.SAID_SO for each in known)
    still_open = Proposal.objects.filter(pk__in=[each.pk for each in known], state=State.OPEN)
    still_open.update(state=State.OVER)  # One that is accepted at this moment stays accepted.
    return Proposal.objects.create(
        desk=officer.desk,
        programme=officer.programme,
        cause=Cause.SAID_SO if said_so else cause,
        officer=officer,
        during=DateTimeTZRange(since, until),
        made_by=by.user if by and not told else None,
    )


def propose_if_missed(
    officer: Officer, since: datetime, until: datetime, cause: Proposal.Cause, *, by: Actor | None = None
) -> None:
    """The same, where officers work by a roster and somebody is missed in it; open boards show it."""
    roster = roster_at_work(officer.programme)
    if roster is None:
        return
    if roster.is_published and seats_left(roster, officer, since=max(since, timezone.now()), until=until):
        propose(officer, since, until, cause, by=by)
    tell_pages(operator(officer.desk), roster)


def came_after_all(officer: Officer) -> None:
    """They are there: nobody is sought for them any more."""
    Proposal.objects.filter(officer=officer, cause=Cause.NO_SHOW, state=State.OPEN).update(state=State.OVER)


def come_then(officer: Officer, since: datetime, until: datetime, causes: Collection[Proposal.Cause]) -> bool:
    """Nobody is sought for them any more, but for absences that are still noted; whether somebody was, or nobody was to step in. Open boards show it.

    What was left as it is stays so for absences that are still noted.
    """
    asked = Proposal.objects.select_for_update(no_key=True).filter(
        officer=officer,
        cause__in=causes,
        state__in=(State.OPEN, State.DISMISSED),
        during__overlap=DateTimeTZRange(since, until),
    )
    found = list(asked)
    still = {
        each.pk: list(Absence.objects.filter(officer=officer, during__overlap=each.during)) for each in found
    }
    over = [each.pk for each in found if each.state == State.OPEN or not still[each.pk]]
    Proposal.objects.filter(pk__in=over).update(state=State.OVER)
    for each in found:
        for absence in still[each.pk] if each.state == State.OPEN else ():
            propose_if_missed(officer, absence.during.lower, absence.during.upper, Cause(each.cause))
    roster = roster_at_work(officer.programme)
    if found and roster:
        tell_pages(operator(officer.desk), roster)
    return bool(found)


def note_movement(movement: Movement) -> None:
    """It changed: a worker looks soon whether the duties made of it still fit those who have them."""
    programme = movement.delegation.programme
    if _worked_by(programme).filter(duty__movement=movement).exists():
        _note(programme, [Proposal(cause=Cause.MOVEMENT, movement=movement)])


def note_duties(duties: Iterable[Duty]) -> None:
    """They changed by hand: a worker looks soon, as it does for movements."""
    of_programme: defaultdict[int, list[Duty]] = defaultdict(list)
    for duty in duties:
        if not duty.cancelled:
            of_programme[duty.programme_id].append(duty)
    for changed in of_programme.values():
        programme = changed[0].programme
        worked = set(_worked_by(programme).filter(duty__in=changed).values_list("duty", flat=True))
        _note(programme, [Proposal(cause=Cause.DUTY, duty=each) for each in changed if each.pk in worked])


def _worked_by(programme: Programme) -> QuerySet[Assignment]:
    """Who has a duty of the published roster, or was taken off it by the database."""
    published = Assignment.objects.filter(roster__programme=programme, roster__state=Roster.State.PUBLISHED)
    return published.filter(state__in=(*ACTIVE, Assignment.State.RELEASED))


def _note(programme: Programme, noted: list[Proposal]) -> None:
    """Within the caller's transaction; what waits already goes on waiting."""
    for each in noted:
        each.desk, each.programme, each.state = programme.desk, programme, State.NEW
    Proposal.objects.bulk_create(noted, ignore_conflicts=True)
    if noted:
        announce_after_commit(LookAsked(programme.pk))


def look_soon(programme: Programme, *, duties: Collection[int] | None = None) -> None:
    """Whether what was noted, of these duties or all, still asks for anything is looked at soon."""
    asked = Proposal.objects.filter(programme=programme, state__in=UNDECIDED, cause__in=NOTED)
    if duties is not None:
        asked = asked.filter(Q(movement__duties__in=duties) | Q(duty__in=duties))
    if asked.exists():
        announce_after_commit(LookAsked(programme.pk))


@transaction.atomic
def look_again(programme: Programme) -> int:
    """What the worker does: proposals about movements and duties open where somebody has to leave a seat, and are over where nobody has; how many are open."""
    rows = _at_rest(
        Proposal.objects.select_for_update(no_key=True)
        .filter(programme=programme, state__in=UNDECIDED, cause__in=NOTED)
        .order_by("pk")
    )
    roster = roster_at_work(programme)
    if roster is None or not rows:
        return 0
    _close_up(roster, [row.duty_id for row in rows if row.duty_id is not None])
    lost = seats_unkept(roster, rows)
    for row in rows:
        row.state = State.OPEN if lost[row.pk] else State.OVER
    Proposal.objects.bulk_update(rows, ["state"])
    tell_pages(operator(programme.desk), roster)
    return sum(row.state == State.OPEN for row in rows)


def _at_rest(rows: Iterable[Proposal]) -> list[Proposal]:
    """Those whose movement or duty nobody is changing, nor changes until the transaction ends: who is at it now asks to look again."""
    found = list(rows)
    movements = Movement.objects.filter(pk__in=[row.movement_id for row in found if row.movement_id])
    duties = Duty.objects.filter(pk__in=[row.duty_id for row in found if row.duty_id])
    free = [
        set(
            things.select_for_update(no_key=True, skip_locked=True)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        for things in (movements, duties)
    ]
    return [row for row in found if row.movement_id in free[0] or row.duty_id in free[1]]


def _close_up(roster: Roster, duties: Collection[int]) -> None:
    """Where a duty asks for fewer officers, those beyond its last seat take the seats before it that are free."""
    if not duties:
        return
    # So that nobody is put on one of them meanwhile.
    Roster.objects.select_for_update(no_key=True).get(pk=roster.pk)
    rows = Assignment.objects.filter(roster=roster, duty__in=duties, state__in=ACTIVE)
    seats: defaultdict[Duty, dict[int, Assignment]] = defaultdict(dict)
    for row in rows.select_related("duty").order_by("seat"):
        seats[row.duty][row.seat] = row
    moved = []
    for duty, taken in seats.items():
        free = [number for number in range(1, duty.officers + 1) if number not in taken]
        beyond = [row for number, row in taken.items() if number > duty.officers]
        for number, row in zip(free, beyond, strict=False):
            row.seat = number
            moved.append(row)
    Assignment.objects.bulk_update(moved, ["seat"])


@transaction.atomic
def dismiss(actor: Actor, proposal: Proposal, *, dismissed: bool = True) -> None:
    """Nobody is replaced; `dismissed` False opens it again. Raises `Refused` for one that somebody has decided."""
    require_officer(actor)
    current = held_proposal(actor, proposal)
    if current.state != (State.OPEN if dismissed else State.DISMISSED):
        raise Refused(_("Somebody has decided this already. Look at it again."))
    if not dismissed:
        close_others(current)
    decided(actor, current, State.DISMISSED if dismissed else State.OPEN)
    if dismissed:
        announce(LeftAsItIs(current))
    if roster := roster_at_work(current.programme):
        tell_pages(actor, roster)


def hold_officer(number: int) -> None:
    """Locked until the transaction ends, before their absences and proposals, in that order; who puts them on seats meanwhile need not wait."""
    Officer.objects.select_for_update(no_key=True).get(pk=number)


def held_proposal(actor: Actor, proposal: Proposal) -> Proposal:
    """As it stands now, locked until the transaction ends with its officer; `DoesNotExist` if the actor cannot see it."""
    if proposal.officer_id is not None:
        hold_officer(proposal.officer_id)
    return visible_proposals(actor).select_for_update(of=("self",), no_key=True).get(pk=proposal.pk)


def close_others(proposal: Proposal) -> None:
    """Those that came up meanwhile about the same: one is enough, once this one is open again."""
    if proposal.is_of_a_seat:
        return  # It is stored once it is decided alone.
    if proposal.is_of_duties:
        others = Proposal.objects.filter(
            movement=proposal.movement_id, duty=proposal.duty_id, cause=proposal.cause, state__in=UNDECIDED
        )
    else:
        others = Proposal.objects.filter(
            officer=proposal.officer_id, state=State.OPEN, during__overlap=proposal.during
        )
    others.exclude(pk=proposal.pk).update(state=State.OVER)


def decided(actor: Actor, proposal: Proposal, state: Proposal.State) -> None:
    """By whom and when."""
    proposal.state, proposal.decided_at, proposal.decided_by = state, timezone.now(), actor.user
    proposal.save()
