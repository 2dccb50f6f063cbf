"""Officers who always work together are seated first, and stay: on duties for several the search puts nobody of them without the others."""

from collections import Counter
from collections.abc import Iterable

from jembatan.rostering.instance import Duty, Id, Instance, Officer
from jembatan.rostering.solving.fits import fits
from jembatan.rostering.solving.grid import Grid
from jembatan.rostering.solving.state import State, Weights, put, take


def seat_together(instance: Instance, grid: Grid, state: State, weights: Weights) -> None:
    """Each group on as many duties as its days hold, those that few can do first, then those of the delegation that has most for it."""
    column = {officer.id: number for number, officer in enumerate(instance.officers)}
    duties = _duties_for_several(instance)
    for group in groups_of(instance):
        bound = [(row, duty, present) for row, duty in duties if len(present := _present(group, duty)) > 1]
        for row, duty, present in _in_order(grid, bound, column):
            places = range(row, row + duty.officers)
            _seat(instance, grid, state, weights, places, [column[each.id] for each in present])
        for row, duty, present in bound:
            grid.may[row : row + duty.officers, [column[each.id] for each in present]] = False


def groups_of(instance: Instance) -> list[list[Officer]]:
    """Everybody who is bound to somebody, with all whom that binds."""
    groups: list[list[Officer]] = []
    seen: set[Id] = set()
    for one in instance.partners:
        if one in seen:
            continue
        found = [one]
        for each in found:
            found += [other for other in instance.partners[each] if other not in found]
        seen.update(found)
        groups.append(sorted((instance.officer[each] for each in found), key=lambda each: -each.level))
    return groups


def _duties_for_several(instance: Instance) -> list[tuple[int, Duty]]:
    row, found = 0, []
    for duty in instance.duties:
        if duty.officers > 1:
            found.append((row, duty))
        row += duty.officers
    return found


def _present(group: list[Officer], duty: Duty) -> list[Officer]:
    """Whoever is unavailable then binds nobody."""
    return [each for each in group if not each.is_away(duty)]


def _in_order(
    grid: Grid, bound: list[tuple[int, Duty, list[Officer]]], column: dict[Id, int]
) -> Iterable[tuple[int, Duty, list[Officer]]]:
    able = [each for each in bound if all(grid.may[each[0] + 1, column[one.id]] for one in each[2])]
    minutes: Counter[Id] = Counter()
    for _row, duty, _present in able:
        minutes[duty.delegation] += duty.minutes
    common = {duty.id: grid.may[row].sum() > 0.3 * grid.officers for row, duty, _present in able}
    return sorted(
        able,
        key=lambda each: (
            common[each[1].id],
            -minutes[each[1].delegation],
            str(each[1].delegation),
            each[1].start,
        ),
    )


def _seat(
    instance: Instance, grid: Grid, state: State, weights: Weights, places: range, members: list[int]
) -> None:
    """All of them or none; `members` come with the highest level first, so that one of them leads where nobody does yet."""
    there = [p for p in places if state.officer[p] in members]
    if len(there) < len(members):
        missing = [o for o in members if o not in state.officer[list(places)]]
        free = [p for p in places if state.officer[p] < 0]
        for o, p in zip(missing, free, strict=False):
            if not fits(grid, state, p, o):
                break
            put(grid, state, weights, p, o)
            there.append(p)
    whole = len(there) == len(members)
    lead = instance.officers[state.officer[places[0]]].level if state.officer[places[0]] >= 0 else -1
    if whole and lead >= instance.lead_level(instance.duties[grid.duty[places[0]]]):
        state.fixed[there] = True
    else:
        for p in there:
            if not state.fixed[p]:
                take(grid, state, weights, p)
