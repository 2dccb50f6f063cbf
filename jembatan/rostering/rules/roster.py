"""A roster under way: who stands where, kept so that one officer and one duty are judged without looking at the rest."""

from collections import defaultdict
from collections.abc import Iterable

from jembatan.rostering.instance import Assignment, Duty, Id, Instance


class Roster:
    """Assignments of an instance, by duty and by officer and day."""

    def __init__(self, instance: Instance, assignments: Iterable[Assignment] = ()) -> None:
        self.instance = instance
        self.officers_of: defaultdict[Id, list[Id]] = defaultdict(list)
        self.days_of: defaultdict[Id, dict[int, list[Duty]]] = defaultdict(dict)
        self.served: defaultdict[Id, dict[Id, int]] = defaultdict(dict)
        for assignment in assignments:
            self.add(assignment)

    def add(self, assignment: Assignment) -> None:
        """Put the officer on the duty, whatever the rules say."""
        duty = self.instance.duty[assignment.duty]
        self.officers_of[duty.id].append(assignment.officer)
        of_day = self.days_of[assignment.officer].setdefault(duty.day, [])
        of_day.append(duty)
        of_day.sort(key=lambda each: (each.start, each.end))
        served = self.served[assignment.officer]
        served[duty.delegation] = served.get(duty.delegation, 0) + 1

    def remove(self, assignment: Assignment) -> None:
        """Take the officer off the duty; ValueError when they are not on it."""
        duty = self.instance.duty[assignment.duty]
        self.officers_of[duty.id].remove(assignment.officer)
        days = self.days_of[assignment.officer]
        days[duty.day].remove(duty)
        if not days[duty.day]:
            del days[duty.day]
        served = self.served[assignment.officer]
        served[duty.delegation] -= 1
        if not served[duty.delegation]:
            del served[duty.delegation]

    def duties_of(self, officer: Id) -> list[Duty]:
        """All that the officer does, in time."""
        days = self.days_of.get(officer, {})
        return [duty for day in sorted(days) for duty in days[day]]

    def missing(self, duty: Duty) -> int:
        """How many more the duty asks for."""
        return duty.officers - len(self.officers_of.get(duty.id, ()))

    def assignments(self) -> list[Assignment]:
        """All of them, by duty in the instance's order; of a team, whoever has the level comes first."""
        levels = {officer.id: officer.level for officer in self.instance.officers}
        return [
            Assignment(duty.id, officer)
            for duty in self.instance.duties
            for officer in sorted(self.officers_of.get(duty.id, ()), key=lambda each: -levels[each])
        ]
