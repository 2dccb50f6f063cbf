"""What rosters count of the wishes of an officer."""

from jembatan.platform.ui.moments import day_text
from jembatan.programmes.formats.wishes import by_name, read_wishes
from jembatan.programmes.models import Officer


def wishes_counted(officer: Officer) -> tuple[list[str], list[str]]:
    """Names of delegations and days off, in order; nothing is asked of the database where nothing is wished."""
    if not officer.wishes:
        return [], []
    programme = officer.programme
    rows = list(programme.delegations.order_by("name").values_list("pk", "name", "code"))
    read = read_wishes(officer.wishes, by_name(rows), programme.first_day, programme.last_day)
    names = [name for number, name, _code in rows if number in read.delegations]
    return names, [day_text(day) for day in sorted(read.days_off)]
