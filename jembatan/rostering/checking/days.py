"""The checker's half that looks at what one officer does: days, nights between them, weeks."""

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

USUAL = {"work": 480, "spread": 600, "rest": 660, "days_in_7": 6, "week_work": 2880}


def look_at_days(
    instance: dict[str, Any], officer: dict[str, Any], done: list[dict[str, Any]], note: Callable[..., None]
) -> None:
    """Tell `note` of every day and every seven days that break a rule."""
    rules = USUAL | instance.get("rules", {})
    who = officer["id"]

    def broken(rule: str, what: str, duty: Any = None) -> None:
        note(rule, f"Officer {who!r}: {what}", who, duty)

    days: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for duty in done:
        days[duty["day"]].append(duty)
    for day, duties in days.items():
        duties.sort(key=lambda duty: (duty["start"], duty["end"]))
        for place, first in enumerate(duties):
            for then in duties[place + 1 :]:
                way = instance["travel"][first.get("place", 0)][then.get("place", 0)]
                if then["start"] < first["end"] + way:
                    what = f"no way from duty {first['id']!r} to {then['id']!r} in time."
                    broken("travel" if then["start"] >= first["end"] else "overlap", what, then["id"])
        spread = max(duty["end"] for duty in duties) - duties[0]["start"]
        if spread > rules["spread"]:
            broken("spread", f"{spread} minutes from first to last on day {day}.")
        if (work := _minutes(duties)) > rules["work"]:
            broken("work", f"{work} minutes of work on day {day}.")
    for day, after in pairwise(sorted(days)):
        pause = days[after][0]["start"] - max(duty["end"] for duty in days[day])
        if after == day + 1 and pause < rules["rest"]:
            broken("rest", f"{pause} minutes between day {day} and the next.", days[after][0]["id"])
    for begin in range(min(days) - 6, max(days) + 1):
        week = [duties for day, duties in days.items() if begin <= day < begin + 7]
        if len(week) > rules["days_in_7"]:
            broken("days_in_7", f"{len(week)} days in the seven from day {begin}.")
        if (work := sum(map(_minutes, week))) > rules["week_work"]:
            broken("week_work", f"{work} minutes in the seven days from day {begin}.")
    most = officer.get("max_minutes")
    if most is not None and _minutes(done) > most:
        broken("max_minutes", f"{_minutes(done)} minutes in all, {most} at most.")


def _minutes(duties: list[dict[str, Any]]) -> int:
    return sum(int(duty["end"] - duty["start"]) for duty in duties)
