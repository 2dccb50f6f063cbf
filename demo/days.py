"""On which day something of the demo office is: whatever today is, at no weekend and on no holiday of its country."""

from datetime import date, timedelta

from jembatan.platform.dates.days_off import holidays_of, weekend_of

COUNTRY = "ID"
ONE_DAY = timedelta(days=1)


def working_day(today: date, days: int) -> date:
    """So many days from today (negative: past), else the next working day; what is past stays past."""
    day = _from(today + days * ONE_DAY, ONE_DAY)
    return _from(today - ONE_DAY, -ONE_DAY) if days < 0 and day >= today else day


def _from(day: date, step: timedelta) -> date:
    while day.weekday() in weekend_of(COUNTRY) or day in holidays_of(COUNTRY, day.year):
        day += step
    return day
