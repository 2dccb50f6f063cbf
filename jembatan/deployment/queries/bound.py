"""What a roster comes to, beside what no roster can be below."""

from dataclasses import dataclass
from statistics import quantiles

from django.db.models import F, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jembatan.deployment.models import Bound, Roster
from jembatan.deployment.queries.asked import digest_of, seats_of
from jembatan.deployment.queries.figures import OFFICER_DAYS, OFFICERS, PAIRS, UNCOVERED, UNTAKEABLE, figures
from jembatan.rostering.solving.gap import gap

AIMS: dict[str, str | Promise] = {
    UNCOVERED: gettext_lazy("Open seats"),
    OFFICER_DAYS: gettext_lazy("Officer-days"),
    PAIRS: gettext_lazy("Officers that delegations meet"),
    OFFICERS: gettext_lazy("Officers who work"),
}


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure; `least` and `percent` (what it is above that) are None where nothing is known of them."""

    key: str
    name: str
    figure: int
    least: int | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class Hours:
    """How evenly work is shared among those who work: the hours of whom it gives least and most, and between which half of them are."""

    least: float
    low: float
    high: float
    most: float


@dataclass(frozen=True, slots=True)
class Measured:
    """`bound` is None while none was asked for. It is `fresh` while the programme asks for what it asked for then.

    `comparable`: nothing is open but what nobody may take, so that the roster does the work that the bound is about.
    It is `stale` where the check was about something else than what the programme asks for now.
    """

    aims: list[Aim]
    bound: Bound | None
    fresh: bool
    comparable: bool
    stale: bool
    hours: Hours | None


def measured(roster: Roster) -> Measured:
    """As the roster stands now."""
    now = figures(roster)
    bound = Bound.objects.filter(roster=roster).first()
    least = bound.least if bound else {}
    digest = digest_of(roster)
    fresh = bool(bound and least and digest == bound.instance)
    comparable = now[UNCOVERED] <= least.get(UNTAKEABLE, 0)
    aims = []
    for key, name in AIMS.items():
        lowest = least.get(key)
        percent = None
        if lowest is not None and fresh and comparable and key != UNCOVERED and now[key] >= lowest:
            percent = gap(now[key], lowest) * 100
        aims.append(Aim(key, str(name), now[key], lowest, percent))
    stale = roster.verdict.get("instance", digest) != digest
    return Measured(aims, bound, fresh, comparable, stale, _shared(roster))


def _shared(roster: Roster) -> Hours | None:
    lasts = Sum(F("duty__ends_at") - F("duty__starts_at"))
    worked = seats_of(roster).values("officer").annotate(worked=lasts).values_list("worked", flat=True)
    hours = [each.total_seconds() / 3600 for each in worked]
    if len(hours) < 2:
        return None
    low, _median, high = quantiles(hours, n=4, method="inclusive")
    return Hours(min(hours), low, high, max(hours))
