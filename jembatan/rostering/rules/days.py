"""What the officer's other duties refuse: the same day, the days beside it, seven days in a row, the whole programme."""

from collections.abc import Iterator

from jembatan.rostering.instance import Duty, Officer
from jembatan.rostering.rules.refusals import Cure, Refusal, Remedy, Rule
from jembatan.rostering.rules.roster import Roster


def judge_days(roster: Roster, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    """Refusals for what the officer does already; the duty itself, where they have it, is left out."""
    days = roster.days_of.get(officer.id, {})
    same = [each for each in days.get(duty.day, ()) if each.id != duty.id]
    yield from _judge_same_day(roster, duty, officer, same)
    yield from _judge_rest(roster, duty, officer)
    yield from _judge_week(roster, duty, officer, new_day=not same)
    if officer.max_minutes is not None:
        done = sum(each.minutes for of_day in days.values() for each in of_day if each.id != duty.id)
        if (over := done + duty.minutes - officer.max_minutes) > 0:
            numbers = {"most": officer.max_minutes, "minutes": done + duty.minutes}
            cures = (Cure(Remedy.CHANGE_DATA, what="max_minutes", minutes=over), Cure(Remedy.ANOTHER_OFFICER))
            yield Refusal(Rule.MAX_MINUTES, duty.id, officer.id, numbers, cures)


def _judge_same_day(roster: Roster, duty: Duty, officer: Officer, same: list[Duty]) -> Iterator[Refusal]:
    rules, travel = roster.instance.rules, roster.instance.travel
    for other in same:
        release = Cure(Remedy.RELEASE, duties=(other.id,))
        if duty.start < other.end and other.start < duty.end:
            yield Refusal(Rule.OVERLAP, duty.id, officer.id, {"other": other.id}, (release,))
            continue
        first, then = (other, duty) if other.start < duty.start else (duty, other)
        asked, there_is = travel[first.place][then.place], then.start - first.end
        if there_is < asked:
            remedy = Remedy.LATER if then is duty else Remedy.EARLIER
            numbers = {"other": other.id, "asked": asked, "there_is": there_is}
            sooner = Cure(remedy, minutes=asked - there_is)
            yield Refusal(Rule.TRAVEL, duty.id, officer.id, numbers, (sooner, release))
    whole = [*same, duty]
    first_start, last_end = min(each.start for each in whole), max(each.end for each in whole)
    if last_end - first_start > rules.spread:
        far = tuple(
            each.id for each in same if max(each.end, duty.end) - min(each.start, duty.start) > rules.spread
        ) or tuple(each.id for each in same if each.start == first_start or each.end == last_end)
        numbers = {"most": rules.spread, "minutes": last_end - first_start}
        yield Refusal(Rule.SPREAD, duty.id, officer.id, numbers, (Cure(Remedy.RELEASE, duties=far),))
    work = sum(each.minutes for each in whole)
    if work > rules.work:
        enough = [each.id for each in same if each.minutes >= work - rules.work]
        release = Cure(Remedy.RELEASE, duties=tuple(enough) or tuple(each.id for each in same))
        numbers = {"most": rules.work, "minutes": work}
        cures = (release, Cure(Remedy.SHORTER, minutes=work - rules.work))
        yield Refusal(Rule.WORK, duty.id, officer.id, numbers, cures)


def _judge_rest(roster: Roster, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    days, asked = roster.days_of.get(officer.id, {}), roster.instance.rules.rest
    for day in (duty.day - 1, duty.day + 1):
        for other in days.get(day, ()):
            there_is = duty.start - other.end if day < duty.day else other.start - duty.end
            if there_is < asked:
                remedy = Remedy.LATER if day < duty.day else Remedy.EARLIER
                numbers = {"other": other.id, "asked": asked, "there_is": there_is}
                cures = (Cure(remedy, minutes=asked - there_is), Cure(Remedy.RELEASE, duties=(other.id,)))
                yield Refusal(Rule.REST, duty.id, officer.id, numbers, cures)


def _judge_week(roster: Roster, duty: Duty, officer: Officer, *, new_day: bool) -> Iterator[Refusal]:
    rules, days = roster.instance.rules, roster.days_of.get(officer.id, {})
    near = range(duty.day - 6, duty.day + 7)
    minutes = {day: sum(each.minutes for each in days.get(day, ()) if each.id != duty.id) for day in near}
    minutes[duty.day] += duty.minutes
    worked = {day for day in near if day == duty.day or any(each.id != duty.id for each in days.get(day, ()))}
    weeks = [range(first, first + 7) for first in range(duty.day - 6, duty.day + 1)]
    fullest = max(weeks, key=lambda week: sum(day in worked for day in week))
    count = sum(day in worked for day in fullest)
    if new_day and count > rules.days_in_7:
        numbers = {"most": rules.days_in_7, "days": count, "first": fullest[0]}
        another = (Cure(Remedy.ANOTHER_OFFICER),)
        yield Refusal(Rule.DAYS_IN_7, duty.id, officer.id, numbers, another)
    hardest = max(weeks, key=lambda week: sum(minutes[day] for day in week))
    total = sum(minutes[day] for day in hardest)
    if total > rules.week_work:
        numbers = {"most": rules.week_work, "minutes": total, "first": hardest[0]}
        cures = (Cure(Remedy.SHORTER, minutes=total - rules.week_work), Cure(Remedy.ANOTHER_OFFICER))
        yield Refusal(Rule.WEEK_WORK, duty.id, officer.id, numbers, cures)
