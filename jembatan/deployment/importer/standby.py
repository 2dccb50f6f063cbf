"""Days on standby as a column of the table of officers."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.deployment.models import Standby
from jembatan.deployment.queries.standby import hindrance
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.days import read_days
from jembatan.programmes.importer.officer_columns import OfficerColumn
from jembatan.programmes.importer.tables import NotFiled
from jembatan.programmes.models import Officer


def read_standby(cell: str, officer: Officer, brought: Collection[str] = ()) -> Iterable[str]:
    """Days of the programme, in ISO 8601. Raises `NotFiled` for what says none, and for days on which the officer cannot wait, unless they were brought before."""
    programme = officer.programme
    for part in re.split(r"[,;|\n]", cell):
        if part.strip() and not read_days(part, programme.first_day, programme.last_day):
            raise NotFiled(
                because(
                    _("“%(text)s” names no day of the programme. Write days such as 18-22, 25 or %(day)s."),
                    text=part.strip()[:60],
                    day=programme.first_day.isoformat(),
                )
            )
    days = read_days(cell, programme.first_day, programme.last_day)
    known = {*brought, *(standing_of(officer) if officer.pk else ())}
    new = [day for day in days if day.isoformat() not in known]
    if found := hindrance(programme, officer, new):
        raise NotFiled(because(found.sentence, **found.values, day=found.day.isoformat()))
    return [day.isoformat() for day in days]


def standing_of(officer: Officer) -> list[str]:
    """The days on which they wait."""
    days = Standby.objects.filter(officer=officer).order_by("day").values_list("day", flat=True)
    return [day.isoformat() for day in days]


def write_standby(officer: Officer, days: list[str]) -> None:
    """These, and no others."""
    wanted = {date.fromisoformat(day) for day in days}
    rows = Standby.objects.filter(officer=officer)
    rows.exclude(day__in=wanted).delete()
    known = set(rows.values_list("day", flat=True))
    Standby.objects.bulk_create(
        Standby(desk=officer.desk, officer=officer, day=day) for day in sorted(wanted - known)
    )


STANDBY = OfficerColumn(
    field="standby",
    label=gettext_lazy("Days on standby"),
    headings="siaga|hari siaga|jadwal siaga|tanggal siaga|standby|stand by|standby days|days on standby|on standby|standby dates|cadangan|hari cadangan",
    model=Standby,
    read=read_standby,
    standing=standing_of,
    write=write_standby,
    gone=_(
        "On %(values)s somebody has taken them off standby since the last import, and so it stays. Name them on the page Standby if they are to wait after all."
    ),
)
