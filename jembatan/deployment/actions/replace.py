"""A proposal is accepted: others take the seats, those who are away are noted as absent, everybody concerned is told, and what is open is handed on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import REPLACED, enter, held
from jembatan.deployment.actions.handing_over import TakenOver, hand_on, write_letters
from jembatan.deployment.actions.proposing import (
    Cause,
    State,
    decided,
    held_proposal,
    note_duties,
    note_movement,
    propose,
)
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import ACTIVE, Assignment, Proposal, Roster
from jembatan.deployment.queries.lost import seats_lost
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.directory.models import Organisation
from jembatan.platform.access import require_officer
from jembatan.programmes.models import Absence, Duty, Officer
from jembatan.rostering.replanning import MOST_CHANGES

type Seats = Mapping[Seat, int | None]


@transaction.atomic
def replace_officer(actor: Actor, away: Proposal, seats: Seats, *, words: str = "") -> Proposal:
    """Somebody is away, as whoever coordinates says: `away` is not stored yet. As `accept`."""
    require_officer(actor)
    assert away.officer is not None
    assert away.during is not None
    if away.during.upper <= away.during.lower:
        raise Refused(_("The absence ends before it begins. Change one of the two."))
    made = propose(away.officer, away.during.lower, away.during.upper, Cause(away.cause), by=actor)
    return accept(actor, made, seats, words=words)


@transaction.atomic
def fill_seat(actor: Actor, roster: Roster, seat: Seat, seats: Seats, *, words: str = "") -> Proposal:
    """Nobody has the seat, and nothing has happened: whoever is found takes it, in a draft, too. As `accept`."""
    require_officer(actor)
    if seat.number < 1 or not Duty.objects.filter(pk=seat.duty, officers__gte=seat.number).exists():
        raise Refused(_("This duty or seat is no more. Load the board again."))
    made = Proposal.objects.create(
        desk=roster.desk,
        programme=roster.programme,
        cause=Cause.OPEN,
        duty_id=seat.duty,
        seat=seat.number,
        roster=roster,
        made_by=actor.user,
    )
    return accept(actor, made, seats, words=words)


@transaction.atomic
def accept(actor: Actor, proposal: Proposal, seats: Seats, *, words: str = "") -> Proposal:
    """All of it or nothing. `seats` say who takes which seat that is lost, None leaves it open, and who takes what has to be passed on for that.

    `words` are added to what is handed on. Seats of the proposal that are not named wait as another proposal. The absence is kept although a seat stays
    open. Nobody is told of a draft. Raises `AgainstTheRules` and `Refused` as any change does, and `Refused` for one that somebody has decided.
    """
    require_officer(actor)
    current = held_proposal(actor, proposal)
    if current.state != State.OPEN:
        raise Refused(_("Somebody has decided this already. Look at it again."))
    roster = current.roster if current.is_of_a_seat else roster_at_work(current.programme)
    if roster is None:
        raise Refused(_("There is no roster yet."))
    if current.is_of_a_seat and not any(seats.values()):
        raise Refused(_("Choose who takes the seat."))
    roster = current.roster = held(actor, roster)
    lost = seats_lost(roster, current)
    left = _left(roster, lost, seats)
    _note_absence(current)
    Assignment.objects.filter(pk__in=[row.pk for row in left.values() if row.locked]).update(locked=False)
    before = change_seats(actor, roster, seats, written=True)
    mended = [row.pk for row in lost if Seat(row.duty_id, row.seat) in seats]
    if current.cause == Cause.NO_SHOW:
        Assignment.objects.filter(pk__in=mended).update(state=Assignment.State.NO_SHOW)
    current.changes = _kept(before, seats, left, mended)
    taken = _taken(left, seats)
    if roster.is_published:
        handovers = hand_on(actor, current, taken, words, by={row.officer_id for row in lost})
        letters = write_letters(actor, roster, taken, handovers, away=current.officer)
        current.letters = [each.kept for each in letters]
        _tell(actor, current, taken)
    decided(actor, current, State.ACCEPTED)
    if len(lost) > len(mended):
        _leave_the_others(current)
    return current


def _left(roster: Roster, lost: Sequence[Assignment], seats: Seats) -> dict[Seat, Assignment]:
    """Whose seats they are that change: those that are lost, and those whose officer takes one of these. Raises `Refused` for others, and for too many."""
    left = {seat: row for row in lost if (seat := Seat(row.duty_id, row.seat)) in seats}
    others = seats.keys() - left.keys()
    rows = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__in={seat.duty for seat in others}
    ).select_related("duty__delegation", "duty__place", "officer")
    come = {officer for seat, officer in seats.items() if seat in left}
    for row in rows:
        if (seat := Seat(row.duty_id, row.seat)) in others and row.officer_id in come:
            left[seat] = row
    if seats.keys() - left.keys():
        raise Refused(_("The roster has changed meanwhile. Look at what is proposed now."))
    if len(seats) > MOST_CHANGES:
        raise Refused(_("At most %(most)s assignments change at once.") % {"most": MOST_CHANGES})
    return left


def _note_absence(proposal: Proposal) -> None:
    """For the hours for which none is noted already. Whoever has ended is not absent: should they return, they can work at once."""
    if proposal.officer is None or proposal.during is None or proposal.officer.status == Officer.Status.ENDED:
        return
    reason = Absence.Reason.ILL if proposal.cause == Cause.ILL else Absence.Reason.OTHER
    known = Absence.objects.filter(officer=proposal.officer, during__overlap=proposal.during)
    noted = [
        Absence.objects.create(desk=proposal.desk, officer=proposal.officer, during=gap, reason=reason)
        for gap in _gaps(proposal.during, [each.during for each in known])
    ]
    proposal.absences = [each.pk for each in noted]


def _gaps(whole: DateTimeTZRange, known: Iterable[DateTimeTZRange]) -> Iterable[DateTimeTZRange]:
    since: datetime = whole.lower
    for each in sorted(known, key=lambda one: (one.lower is not None, one.lower)):
        if each.lower is not None and each.lower > since:
            yield DateTimeTZRange(since, each.lower)
        since = whole.upper if each.upper is None else max(since, each.upper)
    if since < whole.upper:
        yield DateTimeTZRange(since, whole.upper)


def _kept(
    before: Seats, after: Seats, left: Mapping[Seat, Assignment], lost: Collection[int]
) -> list[dict[str, object]]:
    return [
        {
            "duty": seat.duty,
            "seat": seat.number,
            "before": before[seat],
            "after": officer,
            "left": left[seat].pk,  # None where nobody sat there.
            "lost": left[seat].pk in lost,
            "locked": left[seat].locked,
            "origin": left[seat].origin,
        }
        for seat, officer in after.items()
    ]


def _taken(left: Mapping[Seat, Assignment], seats: Seats) -> list[TakenOver]:
    people = Officer.objects.in_bulk([officer for officer in seats.values() if officer])
    return [
        TakenOver(row, people[officer] if officer else None)
        for seat, row in left.items()
        if (officer := seats[seat]) != row.officer_id
    ]


def _leave_the_others(proposal: Proposal) -> None:
    if proposal.movement is not None:
        note_movement(proposal.movement)
        return
    if proposal.duty is not None:
        note_duties([proposal.duty])
        return
    assert proposal.officer is not None
    Proposal.objects.create(
        desk=proposal.desk,
        programme=proposal.programme,
        cause=proposal.cause,
        officer=proposal.officer,
        during=proposal.during,
        made_by=proposal.made_by,
    )


def _tell(actor: Actor, proposal: Proposal, taken: Sequence[TakenOver]) -> None:
    filled = gettext_noop("Open seat filled in %(programme)s: %(name)s")
    replaced = gettext_noop("%(name)s replaced in %(programme)s: %(count)s duties")

    def detail() -> str:
        nobody = _("nobody")
        return "\n".join(
            f"{each.row.duty}: {each.outgoing or nobody} → {each.incoming or nobody}" for each in taken
        )

    bodies = Organisation.objects.filter(
        delegations__in={each.row.duty.delegation_id for each in taken if each.row.duty.delegation_id}
    )
    enter(
        actor,
        proposal.programme,
        REPLACED,
        filled if proposal.is_of_a_seat else replaced,
        detail=detail,
        roster=proposal.roster,
        parties=bodies.distinct(),
        values={
            "name": lambda: proposal.about,
            "programme": proposal.programme,
            "count": sum(each.incoming is not None for each in taken),
        },
    )
