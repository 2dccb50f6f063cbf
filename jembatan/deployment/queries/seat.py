"""One seat: why this officer sits there, who else could, and which rules keep the others away."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.beside import beside_told
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.judged import NEAR, Judged, Named, WhyOpen
from jembatan.deployment.queries.words import Told, length
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Duty, Officer
from jembatan.rostering import instance as engine
from jembatan.rostering.rules.ranking import Candidate, explain_open

ASKED = 5


@dataclass(frozen=True, slots=True)
class Why:
    """Somebody and what speaks for them, in short phrases; or the rules that speak against them."""

    officer: int
    name: str
    facts: tuple[str, ...]
    against: tuple[Told, ...] = ()
    beside: str = ""
    """Why they stand before or behind whoever sits there, or, of that one, before the next."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """`sitting` is None on an open seat, and `why_open` where it is taken."""

    duty: Duty
    number: int
    row: Assignment | None
    sitting: Why | None
    others: list[Why]
    why_open: WhyOpen | None
    asked_about: list[Why]

    @property
    def when(self) -> str:
        """Day and time, by the programme's clocks."""
        clock = clockwork(self.duty.programme)
        return f"{day_text(self.duty.day)}, {time_told(clock, self.duty)}"


def seat_view(roster: Roster, duty: Duty, number: int, *, about: str = "") -> SeatView:
    """`about` is a part of a name: what the rules say about those who are called so."""
    row = (
        Assignment.objects.filter(roster=roster, duty=duty, seat=number, state__in=ACTIVE)
        .select_related("officer")
        .first()
    )
    judged = Judged(roster)
    if duty.pk not in judged.standing.instance.duty:
        return SeatView(duty, number, row, None, [], None, [])
    team = engine.Assignment(duty.pk, row.officer_id) if row else None
    if team:
        judged.engine.remove(team)
    open_seat = explain_open(judged.engine, duty.pk, limit=len(judged.standing.instance.officers))
    facts = {each.officer: each for each in open_seat.candidates}
    others = judged.named(
        [each for each in open_seat.candidates if row is None or each.officer != row.officer_id][:NEAR]
    )
    sitting = None
    if row:
        known = facts.get(row.officer_id)
        sitting = Named(row.officer_id, row.officer.full_name, known) if known else None
    return SeatView(
        duty,
        number,
        row,
        _why(judged, duty, row.officer, facts, beside=others[0] if others else None) if row else None,
        [why_of(each, beside=sitting) for each in others],
        None if row else judged.why_open(open_seat),
        _asked_about(judged, duty, about, facts, sitting) if about else [],
    )


def why_of(named: Named, *, beside: Named | None = None) -> Why:
    """Somebody who could take it."""
    return Why(named.officer, named.name, facts_told(named.facts), beside=beside_told(named, beside))


def _asked_about(
    judged: Judged, duty: Duty, about: str, facts: Mapping[engine.Id, Candidate], sitting: Named | None
) -> list[Why]:
    people = Officer.objects.filter(programme=judged.roster.programme, full_name__icontains=about)
    return [
        _why(judged, duty, officer, facts, beside=sitting) for officer in people.order_by("full_name")[:ASKED]
    ]


def _why(
    judged: Judged,
    duty: Duty,
    officer: Officer,
    facts: Mapping[engine.Id, Candidate],
    *,
    beside: Named | None,
) -> Why:
    if found := facts.get(officer.pk):
        return why_of(Named(officer.pk, officer.full_name, found), beside=beside)
    if not judged.knows(duty.pk, officer.pk):
        return Why(officer.pk, officer.full_name, (_("works for the programme no more"),))
    against = judged.told(judged.refusals([(None, engine.Assignment(duty.pk, officer.pk))]))
    return Why(officer.pk, officer.full_name, (), tuple(against))


def facts_told(facts: Candidate) -> tuple[str, ...]:
    """What speaks for somebody, the weightiest first."""
    said = []
    if facts.awaited:
        said.append(_("always works with somebody who is on it"))
    if facts.standby:
        said.append(_("on standby"))
    if facts.knows:
        said.append(
            ngettext("knows them from %(count)s duty", "knows them from %(count)s duties", facts.knows)
            % {"count": facts.knows}
        )
    else:
        said.append(_("new to them"))
    if facts.works_that_day:
        said.append(_("works %(length)s on this day already") % {"length": length(facts.minutes)})
    else:
        said.append(_("has nothing else on this day"))
    said.append(ngettext("%(count)s day in all", "%(count)s days in all", facts.days) % {"count": facts.days})
    return tuple(said)
