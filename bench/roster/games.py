"""Games-sized instances by lot: 45 delegations with their duties, and the officers to cover them; one seed, one instance.

The order in which chance is asked is part of the format: with the same seed other programs that follow it make the same instance.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

LIMITS = {"work": 480, "spread": 600, "rest": 660, "days_in_7": 6, "week_work": 2880}
HOW_MANY_SPEAK = (  # Language, delegations that speak it, share of the officers who do.
    ("en", 9, 0.95),
    ("ar", 13, 0.10),
    ("zh", 4, 0.14),
    ("ru", 5, 0.06),
    ("fa", 2, 0.025),
    ("ko", 2, 0.07),
    ("ja", 1, 0.10),
    ("th", 1, 0.03),
    ("vi", 1, 0.03),
    ("hi", 2, 0.04),
    ("ur", 1, 0.02),
    ("ms", 2, 0.5),
    ("mn", 1, 0.012),
    ("km", 1, 0.012),
)
QUARTER = 15


@dataclass(frozen=True, slots=True)
class Size:
    """How large the games are; `scarcity` multiplies the shares of all languages but English, `nights` the share of arrivals at night."""

    delegations: int = 45
    days: int = 16
    duties: int = 6000
    officers: int = 2000
    places: int = 12
    scarcity: float = 1.0
    night_arrivals: bool = False


def game(seed: int, size: Size = Size()) -> dict[str, Any]:
    """The instance as a document."""
    chance = Random(seed)
    spoken = [language for language, count, _share in HOW_MANY_SPEAK for _each in range(count)]
    spoken *= math.ceil(size.delegations / len(spoken))
    chance.shuffle(spoken)
    people = [min(900, max(6, int(chance.lognormvariate(4.3, 1.2)))) for _each in range(size.delegations)]
    weight = [count**0.55 for count in people]
    spots = [(chance.random(), chance.random()) for _place in range(size.places)]
    spots[0] = (0.5, 0.5)
    duties: list[dict[str, Any]] = []
    for number in range(size.delegations):
        count = max(25, round(size.duties * weight[number] / sum(weight)))
        visit = _Visit(chance, size, number, spoken[number], people[number])
        duties += visit.duties(count)
    return {
        "days": size.days,
        "travel": [[_minutes(here, there) for there in spots] for here in spots],
        "rules": dict(LIMITS),
        "delegations": [
            {"id": number, "language": spoken[number], "size": people[number]}
            for number in range(size.delegations)
        ],
        "duties": [{**duty, "id": number} for number, duty in enumerate(duties)],
        "officers": [_officer(chance, number, size) for number in range(size.officers)],
    }


def _minutes(here: tuple[float, float], there: tuple[float, float]) -> int:
    return 0 if here == there else QUARTER * max(1, round(4 * math.dist(here, there)))


class _Visit:
    """One delegation's stay: when it comes and goes, where it is at home, what there is to do."""

    def __init__(self, chance: Random, size: Size, number: int, language: str, people: int) -> None:
        self.chance, self.size, self.number, self.language = chance, size, number, language
        last = size.days - 1
        self.arrives = chance.choice([0, 0, 1, 1, 2])
        self.leaves = chance.choice([last, last, last - 1, last - 2])
        self.homes = chance.sample(range(1, size.places), min(size.places - 1, 2 + people // 60))

    def duties(self, count: int) -> Iterator[dict[str, Any]]:
        """So many duties, kind by lot."""
        kinds = (
            (0.10, self._flight),
            (0.62, self._session),
            (0.72, self._protocol),
            (0.90, self._desk),
            (2.0, self._errand),
        )
        for _each in range(count):
            lot = self.chance.random()
            kind = next(make for below, make in kinds if lot < below)
            day, start, minutes, place, level, officers, priority = kind()
            begin = day * 1440 + start
            yield {
                "id": None,
                "delegation": self.number,
                "day": day,
                "start": begin,
                "end": begin + minutes,
                "place": place,
                "level": level,
                "officers": officers,
                "priority": priority,
                "language": self.language if self.chance.random() < 0.6 else "en",
            }

    def _some_day(self) -> int:
        return self.chance.randint(self.arrives, self.leaves)

    def _flight(self) -> tuple[int, ...]:
        first, last, chance = self.arrives, self.leaves, self.chance
        day = chance.choice([first, first, first + 1, last, last, last - 1])
        start = chance.randrange(0, 96) * QUARTER
        if self.size.night_arrivals:
            start = (start // 3 + 1290) % 1440 // QUARTER * QUARTER  # From 21:30 to 5:30.
        minutes = chance.choice([120, 150, 180])
        level = int(chance.random() < 0.3)
        officers = 1 if chance.random() < 0.7 else 2
        return day, start, minutes, self.size.places - 1, level, officers, 3

    def _session(self) -> tuple[int, ...]:
        chance, day = self.chance, self._some_day()
        start = chance.randrange(24, 80) * QUARTER
        minutes = chance.choice([120, 150, 180, 210, 240])
        place = chance.choice(self.homes)
        return day, start, minutes, place, 0, 1 if chance.random() < 0.88 else 2, 2

    def _protocol(self) -> tuple[int, ...]:
        chance, day = self.chance, self._some_day()
        start = chance.randrange(32, 70) * QUARTER
        minutes = chance.choice([60, 90, 120])
        return day, start, minutes, chance.choice([0, *self.homes]), 2, 1, 3

    def _desk(self) -> tuple[int, ...]:
        day = self._some_day()
        return day, self.chance.choice([7, 11, 15, 19]) * 60, 240, 0, 0, 1, 1

    def _errand(self) -> tuple[int, ...]:
        chance, day = self.chance, self._some_day()
        start = chance.randrange(32, 88) * QUARTER
        minutes = chance.choice([60, 90, 120, 180])
        return day, start, minutes, chance.randrange(self.size.places), 0, 1, 2


def _officer(chance: Random, number: int, size: Size) -> dict[str, Any]:
    languages = []
    for language, _count, share in HOW_MANY_SPEAK:
        if chance.random() < (share if language == "en" else share * size.scarcity):
            languages.append(language)
    employment = chance.choices(["full", "part", "free"], [0.4, 0.4, 0.2])[0]
    days = list(range(size.days))
    if employment == "part":
        days = [day for day in days if chance.random() < 0.6]
    elif employment == "free":
        first = chance.randrange(size.days - 5)
        days = [day for day in range(first, first + chance.randint(4, 8)) if day < size.days]
    window = chance.choice([(300, 960), (600, 1440), (0, 1440)]) if employment == "part" else (0, 1440)
    level = chance.choices([0, 1, 2, 3], [0.45, 0.3, 0.17, 0.08])[0]
    return {
        "id": number,
        "languages": sorted(languages),
        "employment": employment,
        "days": days,
        "window": list(window),
        "level": level,
    }
