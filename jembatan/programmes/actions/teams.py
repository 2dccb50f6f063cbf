"""Who leads whom: one leader to about ten officers."""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.teams import TEN, able_to_lead, at_work, led_by_nobody

type Led = Mapping[int, int | None]
"""Who leads each officer, by record number; None for nobody."""


@transaction.atomic
def lead(actor: Actor, programme: Programme, wanted: Led) -> dict[int, int | None]:
    """All of it or nothing; returns who led them, which taken as `wanted` undoes it. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, programme)
    numbers = set(wanted) | {leader for leader in wanted.values() if leader is not None}
    rows = at_work(current).filter(pk__in=numbers).select_for_update(of=("self",), no_key=True)
    known = {each.pk: each for each in rows.order_by("pk")}
    if numbers - known.keys():
        raise Refused(_("Somebody of these works for the programme no more. Load the page again."))
    before: dict[int, int | None] = {}
    for officer, leader in wanted.items():
        one = known[officer]
        if one.leader_id == leader:
            continue
        if leader is not None:
            check_leader(one, known[leader])
        before[officer] = one.leader_id
        one.leader_id = leader
        one.version += 1
    Officer.objects.bulk_update([known[officer] for officer in before], ["leader", "version"])
    return before


def check_leader(officer: Officer, leader: Officer) -> None:
    """Nobody leads themselves, nor those who lead them. Raises `Refused`."""
    if officer.pk == leader.pk:
        raise Refused(_("%(name)s cannot lead themselves. Choose somebody else.") % {"name": officer})
    if leader.leader_id == officer.pk:
        raise Refused(_("%(name)s is led by %(other)s.") % {"name": leader, "other": officer})


@transaction.atomic
def share_out(actor: Actor, programme: Programme) -> dict[int, int | None]:
    """Whoever has no leader goes to the one with the fewest, of those with fewer than ten; returns who led them, as `lead` does."""
    require_officer(actor)
    current = held(actor, programme)
    leaders = list(able_to_lead(current).values_list("pk", flat=True))
    teams = Counter(at_work(current).filter(leader__in=leaders).values_list("leader", flat=True))
    wanted: dict[int, int | None] = {}
    for officer in led_by_nobody(current).values_list("pk", flat=True):
        free = [each for each in leaders if teams[each] < TEN]
        if not free:
            break
        fewest = min(free, key=lambda each: teams[each])
        teams[fewest] += 1
        wanted[officer] = fewest
    return lead(actor, current, wanted)
