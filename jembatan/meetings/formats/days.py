"""On which days a rule of repetition falls, for the plain rules that nearly all meetings have (RFC 5545 3.3.10).

Days, weeks and months are counted; the rest is asked of dateutil, without a clock or a zone. Days are
ordinals of the calendar (`date.toordinal`). What is not plain (hours, several rules, numbered weeks) is left to
recurring-ical-events, a hundred times slower.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from dateutil.rrule import rrulestr

WEEKDAYS = {name: index for index, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
PLAIN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"}
NTH = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")
MONTH_DAY = re.compile(r"[+-]?([1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class PlainRule:
    """What is counted: the rule's days by `frequency`; for "" dateutil is asked. `until` is as it is written, Monday is 0."""

    text: str
    frequency: str
    interval: int
    count: int | None
    until: str
    week_start: int
    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()


@lru_cache(maxsize=1000)
def plain_rule(text: str) -> PlainRule | None:
    """The rule behind `RRULE:`; None for one that is not plain, or is not one."""
    parts = dict(part.partition("=")[::2] for part in text.upper().split(";"))
    numbers = [parts.get(name, "1") for name in ("INTERVAL", "COUNT")]
    plain = (
        parts.get("FREQ") in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
        and parts.keys() <= PLAIN
        and not {"COUNT", "UNTIL"} <= parts.keys()
        and all(each.isascii() and each.isdigit() and 0 < int(each) < 100_000 for each in numbers)
        and parts.get("WKST", "MO") in WEEKDAYS
        and len(parts) == text.count(";") + 1
    )
    if not plain:
        return None
    rule = PlainRule(
        text=";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL"),
        frequency="",
        interval=int(numbers[0]),
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=parts.get("UNTIL", ""),
        week_start=WEEKDAYS[parts.get("WKST", "MO")],
    )
    return _counted_by(rule, parts)


def _counted_by(rule: PlainRule, parts: dict[str, str]) -> PlainRule:
    frequency = parts["FREQ"]
    by = {name: value.split(",") for name, value in parts.items() if name.startswith("BY")}
    if not by:
        return replace(rule, frequency=frequency)
    weekdays, days = by.get("BYDAY", []), by.get("BYMONTHDAY", [])
    if frequency == "WEEKLY" and by.keys() == {"BYDAY"} and WEEKDAYS.keys() >= set(weekdays):
        return replace(rule, frequency=frequency, weekdays=tuple(WEEKDAYS[each] for each in weekdays))
    if frequency == "MONTHLY" and by.keys() == {"BYDAY"} and all(map(NTH.fullmatch, weekdays)):
        nth = tuple((WEEKDAYS[each[-2:]], int(each[:-2])) for each in weekdays)
        return replace(rule, frequency=frequency, nth_weekdays=nth)
    if frequency == "MONTHLY" and by.keys() == {"BYMONTHDAY"} and all(map(MONTH_DAY.fullmatch, days)):
        return replace(rule, frequency=frequency, month_days=tuple(map(int, days)))
    return rule


def days_of(rule: PlainRule, *, first: int, earliest: int, latest: int) -> list[int]:
    """The days from `earliest` to `latest` (both counted) in a series that begins on the day `first`, in order.

    `first` is one of them, whether or not the rule falls on it. UNTIL is the caller's: it may name a time. Raises `ValueError`.
    """
    found = WAYS[rule.frequency](rule, first, earliest, latest)
    if earliest <= first <= latest and (not found or found[0] != first):
        return [first, *found]
    return found


def _by_stride(rule: PlainRule, first: int, earliest: int, latest: int) -> list[int]:
    stride, starts = rule.interval, [first]
    if rule.frequency == "WEEKLY":
        stride *= 7
        weekday = (first + 6) % 7
        week = first - (weekday - rule.week_start) % 7
        in_week = [week + (each - rule.week_start) % 7 for each in set(rule.weekdays or (weekday,))]
        starts = [day if day >= first else day + stride for day in in_week]
    if rule.count is not None:
        last = min(latest, first + stride * (rule.count + 1))
        all_days = sorted(day for start in starts for day in range(start, last + 1, stride))
        return [day for day in all_days[: rule.count] if day >= earliest]
    skipped = [start + max(0, -(-(earliest - start) // stride)) * stride for start in starts]
    days = [day for start in skipped for day in range(start, latest + 1, stride)]
    return days if len(starts) == 1 else sorted(days)


def _in_months(rule: PlainRule, first: int, earliest: int, latest: int) -> list[int]:
    """By the day of the month: that of the first, or those that the rule names."""
    begin, last = date.fromordinal(first), date.fromordinal(latest)
    stride = rule.interval * (12 if rule.frequency == "YEARLY" else 1)
    month = begin.year * 12 + begin.month - 1
    if rule.count is None:
        near = date.fromordinal(max(earliest, first))
        month += max(0, near.year * 12 + near.month - 1 - month) // stride * stride
    found: list[int] = []
    for each in range(month, last.year * 12 + last.month, stride):
        found += (day for day in _in_month(rule, each, begin.day) if day >= first)
    return [day for day in found[: rule.count] if earliest <= day <= latest]


def _in_month(rule: PlainRule, month: int, day: int) -> list[int]:
    year, index = divmod(month, 12)
    new = date(year, index + 1, 1).toordinal()
    length = monthrange(year, index + 1)[1]
    found = {new + (each if each > 0 else length + 1 + each) - 1 for each in rule.month_days or (day,)}
    if rule.nth_weekdays:
        weeks = [(new + (weekday - new - 6) % 7, nth) for weekday, nth in rule.nth_weekdays]
        found = {
            one + 7 * (nth - 1 if nth > 0 else (new + length - 1 - one) // 7 + 1 + nth) for one, nth in weeks
        }
    return sorted(each for each in found if new <= each < new + length)


def _asked(rule: PlainRule, first: int, earliest: int, latest: int) -> list[int]:
    dates = rrulestr(rule.text, dtstart=datetime.fromordinal(first))
    found = dates.between(datetime.fromordinal(earliest), datetime.fromordinal(latest), inc=True)
    return [day.toordinal() for day in found]


WAYS = {"DAILY": _by_stride, "WEEKLY": _by_stride, "MONTHLY": _in_months, "YEARLY": _in_months, "": _asked}
