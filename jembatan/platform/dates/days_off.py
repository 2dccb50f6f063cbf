"""Public holidays and weekends of countries, as the package `holidays` knows them."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

USUAL_WEEKEND = frozenset({5, 6})
EVERYONES = "public"
JOINT_LEAVE = {"ID": "government"}  # cuti bersama: offices are closed as on a holiday


@lru_cache(maxsize=1024)
def holidays_of(country: str, year: int, language: str = "") -> dict[date, str]:
    """Day and name, in the language where the package speaks it; nothing for a country that it does not know."""
    known = _calendar(country, year, language)
    return {} if known is None else {day: known[day] for day in sorted(known)}


@lru_cache(maxsize=256)
def weekend_of(country: str) -> frozenset[int]:
    """Weekdays on which offices are closed, Monday 0; Saturday and Sunday where the country is not known."""
    known = _calendar(country, date.today().year, "")  # noqa: DTZ011 - a weekend changes once in a generation
    return USUAL_WEEKEND if known is None else frozenset(known.weekend)


def _calendar(country: str, year: int, language: str) -> "HolidayBase | None":
    """The package is loaded when the first clock is wound: half a second."""
    import holidays

    if country not in holidays.list_supported_countries():
        return None
    chosen = (EVERYONES, JOINT_LEAVE[country]) if country in JOINT_LEAVE else (EVERYONES,)
    spoken = holidays.country_holidays(country).supported_languages
    code = next((each for each in spoken if language and each.startswith(language)), None)
    return holidays.country_holidays(country, years=year, categories=chosen, language=code)
