"""What about the officer alone refuses a duty, whatever else they do."""

from collections.abc import Iterator

from jembatan.rostering.clocks import DAY
from jembatan.rostering.instance import GRADES, RUNS_ON, Assignment, Duty, Instance, Officer
from jembatan.rostering.rules.refusals import Cure, Number, Refusal, Remedy, Rule


def judge_person(instance: Instance, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    """Refusals for who the officer is and when they can work."""

    def refused(rule: Rule, numbers: dict[str, Number], *cures: Cure) -> Refusal:
        return Refusal(rule, duty.id, officer.id, numbers, (*cures, Cure(Remedy.ANOTHER_OFFICER)))

    if Assignment(duty.id, officer.id) in instance.forbidden:
        yield refused(Rule.FORBIDDEN, {})
    if (officer.id, duty.delegation) in instance.conflicts:
        yield refused(Rule.CONFLICT, {"delegation": duty.delegation})
    if duty.language not in officer.languages:
        numbers: dict[str, Number] = {"asked": duty.language, "speaks": tuple(sorted(officer.languages))}
        yield refused(Rule.LANGUAGE, numbers, Cure(Remedy.CHANGE_DATA, what="languages"))
    elif duty.language_grade is not None:
        grade = officer.grades.get(duty.language)
        if grade is None or GRADES.index(grade) < GRADES.index(duty.language_grade):
            numbers = {"language": duty.language, "asked": duty.language_grade, "grade": grade or ""}
            cure = Cure(Remedy.RECORD if grade is None else Remedy.CHANGE_DATA, what="grades")
            yield refused(Rule.GRADE, numbers, cure)
    for rule, asked in _ages(instance, duty):
        if officer.age is None or officer.age < asked:
            cures = (Cure(Remedy.RECORD, what="age"),) if officer.age is None else ()
            yield refused(rule, {"asked": asked, "age": "" if officer.age is None else officer.age}, *cures)
    if duty.day not in officer.days:
        yield refused(Rule.DAY, {"day": duty.day}, Cure(Remedy.CHANGE_DATA, what="days"))
    yield from _judge_window(instance, duty, officer)
    for start, end in officer.unavailable:
        if duty.start < end and duty.end > start:
            yield refused(Rule.UNAVAILABLE, {"from": start, "until": end})


def _ages(instance: Instance, duty: Duty) -> Iterator[tuple[Rule, int]]:
    if instance.rules.minimum_age:
        yield Rule.AGE, instance.rules.minimum_age
    if instance.rules.night_age and instance.is_night(duty):
        yield Rule.NIGHT, instance.rules.night_age


def _judge_window(instance: Instance, duty: Duty, officer: Officer) -> Iterator[Refusal]:
    opens, closes = officer.window
    start, end = instance.hours(duty)
    last = closes + RUNS_ON if closes == DAY else closes
    early, late = opens - start, end - last
    if early <= 0 and late <= 0:
        return
    cures = [Cure(Remedy.CHANGE_DATA, what="window"), Cure(Remedy.ANOTHER_OFFICER)]
    if early > 0 and late + early <= 0:
        cures.insert(0, Cure(Remedy.LATER, minutes=early))
    if late > 0 and early + late <= 0:
        cures.insert(0, Cure(Remedy.EARLIER, minutes=late))
    numbers: dict[str, Number] = {
        "opens": opens,
        "closes": closes,
        "early": max(early, 0),
        "late": max(late, 0),
    }
    yield Refusal(Rule.WINDOW, duty.id, officer.id, numbers, tuple(cures))
