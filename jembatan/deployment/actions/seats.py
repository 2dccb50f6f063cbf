"""Putting officers on seats, taking them off, exchanging them: one action for the hand, a swap, an offer that is accepted, and a replacement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import CHANGED, enter, held, tell_pages
from jembatan.deployment.actions.overriding import note_overrides
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.events import SeatsChanged
from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.figures import figures
from jembatan.deployment.queries.judged import Judged
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.models import Duty, Officer
from jembatan.rostering import instance as engine
from jembatan.rostering.rules.refusals import Refusal, Rule

NEVER = frozenset({Rule.OVERLAP, Rule.TWICE, Rule.FULL})
"""What no reason sets aside: the database refuses it, too."""


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of one officer on a duty, by record number and from 1."""

    duty: int
    number: int


type Seats = Mapping[Seat, int | None]
"""Who is to sit where, by record number; None leaves the seat open."""


@transaction.atomic
def change_seats(
    actor: Actor,
    roster: Roster,
    wanted: Seats,
    *,
    origin: Assignment.Origin = Assignment.Origin.HAND,
    reason: str = "",
    left: Assignment.State = Assignment.State.TAKEN_OVER,
    judged: Judged | None = None,
    written: bool = False,
) -> dict[Seat, int | None]:
    """All of it or nothing; returns who sat there, which taken as `wanted` undoes it.

    Raises `AgainstTheRules` where rules refuse it and there is no `reason`, or none that helps; `Refused` for seats that are past, held fast or
    no more. With a reason the rules are noted as overridden. `left` is what becomes, in a published roster, of those who leave. `written`: the caller
    tells those concerned by letters of its own.
    """
    require_officer(actor)
    current = held(actor, roster)
    _check_solver(current)
    duties = _open_duties(current, wanted)
    rows = _rows(current, wanted)
    before = {seat: rows[seat].officer_id if seat in rows else None for seat in wanted}
    moved = {seat: officer for seat, officer in wanted.items() if officer != before[seat]}
    if not moved:
        return before
    _check_officers(current, moved)
    _check_held(rows, moved)
    refused = _judge(judged or Judged(current), rows, moved, reason=reason)
    _leave(current, [rows[seat] for seat in moved if seat in rows], left)
    try:
        with transaction.atomic():
            _sit(actor, current, moved, origin)
    except IntegrityError as error:
        if "officer_at_one_duty_at_a_time" in str(error):
            raise Refused(_("Somebody would be at two duties at once. Load the board again.")) from error
        raise
    note_overrides(actor, current, refused, reason)
    _tell(actor, current, duties, moved, before)
    current.figures, current.verdict = figures(current), {}
    current.save(update_fields=["figures", "verdict"])
    people = {who for seat in moved for who in (before[seat], moved[seat]) if who is not None}
    duties_moved = {seat.duty for seat in moved}
    announce(
        SeatsChanged(actor, current, tuple(sorted(duties_moved)), tuple(sorted(people)), written=written)
    )
    tell_pages(actor, current)
    return before


def _open_duties(roster: Roster, wanted: Seats) -> dict[int, Duty]:
    duties = Duty.objects.filter(programme=roster.programme_id, cancelled=False).in_bulk(
        {seat.duty for seat in wanted}
    )
    for seat, officer in wanted.items():
        duty = duties.get(seat.duty)
        # Whoever sits beyond what the duty asks for by now may leave.
        if duty is None or not 1 <= seat.number <= (duty.officers if officer else seat.number):
            raise Refused(_("This duty or seat is no more. Load the board again."))
        if duty.ends_at <= timezone.now():
            raise Refused(_("“%(duty)s” is over: who did it stays.") % {"duty": duty})
        if duty.starts_at <= timezone.now() and not roster.is_published and _is_worked_by(roster):
            raise Refused(
                _("“%(duty)s” has begun: change it in the roster that officers work by.") % {"duty": duty}
            )
    return duties


def _is_worked_by(draft: Roster) -> bool:
    """Whether there is a published one, which says what has begun."""
    return Roster.objects.filter(programme=draft.programme_id, state=Roster.State.PUBLISHED).exists()


def _check_solver(roster: Roster) -> None:
    """It would put what it has found in the place of what is changed meanwhile."""
    if roster.solvings.filter(state__in=["waiting", "running"]).exists():
        raise Refused(_("The solver is still at it. Stop it first, or wait."))


def _rows(roster: Roster, wanted: Iterable[Seat]) -> dict[Seat, Assignment]:
    found = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__in={seat.duty for seat in wanted}
    ).select_related("officer")
    return {seat: row for row in found if (seat := Seat(row.duty_id, row.seat)) in wanted}


def _check_officers(roster: Roster, moved: Seats) -> None:
    named = {officer for officer in moved.values() if officer is not None}
    known = Officer.objects.filter(programme=roster.programme_id, pk__in=named).exclude(
        status=Officer.Status.ENDED
    )
    if known.count() != len(named):
        raise Refused(_("This officer works for the programme no more. Load the board again."))


def _check_held(rows: Mapping[Seat, Assignment], moved: Seats) -> None:
    fast = [row for seat, row in rows.items() if seat in moved and row.locked]
    if fast:
        raise Refused(_("%(name)s is held fast on this duty. Let go first.") % {"name": fast[0].officer})


def _judge(judged: Judged, rows: Mapping[Seat, Assignment], moved: Seats, *, reason: str) -> list[Refusal]:
    steps = [
        (
            engine.Assignment(seat.duty, rows[seat].officer_id) if seat in rows else None,
            engine.Assignment(seat.duty, officer) if officer is not None else None,
        )
        for seat, officer in moved.items()
    ]
    found = judged.refusals(steps)
    never = [each for each in found if each.rule in NEVER]
    if never or (found and not reason.strip()):
        raise AgainstTheRules(judged.told(never or found), for_good=bool(never))
    return found


def _leave(roster: Roster, rows: Iterable[Assignment], left: Assignment.State) -> None:
    gone = Assignment.objects.filter(pk__in=[row.pk for row in rows])
    if roster.is_published:
        gone.update(state=left)
    else:
        gone.delete()


def _sit(actor: Actor, roster: Roster, moved: Seats, origin: Assignment.Origin) -> None:
    Assignment.objects.bulk_create(
        Assignment(
            desk=roster.desk,
            roster=roster,
            duty_id=seat.duty,
            seat=seat.number,
            officer_id=officer,
            origin=origin,
            made_by=actor.user,
        )
        for seat, officer in moved.items()
        if officer is not None
    )


def _tell(
    actor: Actor, roster: Roster, duties: Mapping[int, Duty], moved: Seats, before: Mapping[Seat, int | None]
) -> None:
    """A draft is nobody's business yet."""
    if not roster.is_published:
        return
    numbers = {each for seat in moved for each in (moved[seat], before[seat]) if each is not None}
    names = dict(Officer.objects.filter(pk__in=numbers).values_list("pk", "full_name"))

    def detail() -> str:
        nobody = _("nobody")
        return "\n".join(
            f"{duties[seat.duty]}: {names.get(before[seat] or 0, nobody)} → {names.get(officer or 0, nobody)}"
            for seat, officer in moved.items()
        )

    told = ngettext_lazy(
        "%(count)s assignment of %(name)s changed", "%(count)s assignments of %(name)s changed", len(moved)
    )
    values = {"count": len(moved), "name": roster.programme}
    enter(actor, roster.programme, CHANGED, told, detail=detail, roster=roster, values=values)


@transaction.atomic
def hold_fast(actor: Actor, roster: Roster, seat: Seat, *, fast: bool) -> None:
    """The solver leaves the assignment where it is, and so does everybody until it is let go."""
    require_officer(actor)
    current = held(actor, roster)
    _check_solver(current)
    found = Assignment.objects.filter(
        roster=current, duty=seat.duty, seat=seat.number, state__in=ACTIVE
    ).update(locked=fast)
    if not found:
        raise Refused(_("Nobody sits there any more. Load the board again."))
    tell_pages(actor, current)
