"""Whether what a document says can be meant: ids that exist once, duties that end after they start, places that there are."""

from collections.abc import Iterable, Sequence

from jembatan.rostering.clocks import DAY
from jembatan.rostering.formats.problems import Problems
from jembatan.rostering.instance import RUNS_ON, Assignment, Duty, Id, Instance


def look_at(instance: Instance, problems: Problems) -> None:
    """Note what contradicts itself."""
    _once("delegations", [each.id for each in instance.delegations], problems)
    _once("duties", [each.id for each in instance.duties], problems)
    _once("officers", [each.id for each in instance.officers], problems)
    delegations = {each.id for each in instance.delegations}
    for place, duty in enumerate(instance.duties):
        where = f"duties[{place}]"
        _look_at_times(instance, duty, where, problems)
        if duty.delegation not in delegations:
            problems.add(where, f"is for delegation {duty.delegation!r}, which is not among the delegations.")
        if duty.place >= len(instance.travel):
            what = f"is at place {duty.place}, and travel has {len(instance.travel)} places."
            problems.add(where, what, "Number places from 0, in the order of travel's rows.")
        _look_at_relief(instance, duty, where, problems)
    for place, officer in enumerate(instance.officers):
        if outside := sorted(day for day in officer.days if not 0 <= day < instance.days):
            what = f"works on day {outside[0]}, and the programme has the days 0 to {instance.days - 1}."
            problems.add(f"officers[{place}].days", what, "Days are counted from 0.")
    for name, pairs in (("locked", instance.locked), ("forbidden", instance.forbidden)):
        _look_at_pairs(instance, name, pairs, problems)
    for name, bonds in (("apart", instance.apart), ("together", instance.together)):
        for each in sorted(frozenset().union(*bonds) - instance.officer.keys(), key=str):
            problems.add(name, f"names the officer {each!r}, who is not among the officers.")


def _once(name: str, ids: Sequence[Id], problems: Problems) -> None:
    seen: dict[Id, int] = {}
    for place, each in enumerate(ids):
        if each in seen:
            what = f"has the id {each!r} of {name}[{seen[each]}]."
            problems.add(f"{name}[{place}]", what, "Give each an id of its own.")
        seen.setdefault(each, place)


def _look_at_times(instance: Instance, duty: Duty, where: str, problems: Problems) -> None:
    start, end = instance.hours(duty)
    if duty.day >= instance.days:
        what = f"is on day {duty.day}, and the programme has the days 0 to {instance.days - 1}."
        problems.add(where, what, "Days are counted from 0; make `days` greater if the programme is longer.")
    elif duty.end <= duty.start:
        what = f"ends at minute {duty.end}, no later than it starts ({duty.start})."
        problems.add(where, what, "If it runs past midnight, add 1440 to its end.")
    elif not 0 <= start < DAY:
        what = f"starts at minute {duty.start}, which is on day {instance.day_at(duty.start)}, not on day {duty.day}."
        problems.add(
            where, what, "Minutes count from the programme's first midnight: day × 1440 + minute of the day."
        )
    elif end > DAY + RUNS_ON:
        what = f"ends at minute {duty.end}, more than six hours past the midnight of its day."
        problems.add(where, what, "Nobody's window reaches so far: cut it into two duties, one a day.")


def _look_at_relief(instance: Instance, duty: Duty, where: str, problems: Problems) -> None:
    if duty.relieves is None:
        return
    before = instance.duty.get(duty.relieves)
    if before is None or before.id == duty.id:
        problems.add(where, f"relieves duty {duty.relieves!r}, which is no other duty here.")
    elif before.end - duty.start < instance.rules.handover:
        what = f"starts {before.end - duty.start} minutes before duty {before.id!r}, which it relieves, ends."
        problems.add(
            where,
            what,
            f"{instance.rules.handover} minutes are asked for the handover: let it start earlier.",
        )


def _look_at_pairs(instance: Instance, name: str, pairs: Iterable[Assignment], problems: Problems) -> None:
    for each in pairs:
        if each.duty not in instance.duty:
            problems.add(name, f"names the duty {each.duty!r}, which is not among the duties.")
        if each.officer not in instance.officer:
            problems.add(name, f"names the officer {each.officer!r}, who is not among the officers.")
