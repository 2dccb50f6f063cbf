"""What the engine's numbers are called: officers, duties and delegations of a programme, asked for once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.platform.ui.moments import local_clock_text
from jembatan.programmes.models import Delegation, Duty, Officer, Programme


@dataclass(frozen=True, slots=True)
class Names:
    """By record number."""

    officers: dict[int, str]
    duties: dict[int, str]
    delegations: dict[int, str]
    clock: Clockwork

    def officer(self, number: object) -> str:
        """As on the badge."""
        return self.officers.get(_int(number), _("somebody who is gone"))

    def duty(self, number: object) -> str:
        """Its title with its time."""
        return self.duties.get(_int(number), _("a duty that is gone"))

    def delegation(self, number: object) -> str:
        """Its name."""
        return self.delegations.get(_int(number), _("no delegation"))


def names_of(
    programme: Programme, *, duties: Iterable[object], officers: Iterable[object] | None = None
) -> Names:
    """Of these duties, and of these officers (all, unless they are named)."""
    clock = clockwork(programme)
    people = Officer.objects.filter(programme=programme)
    if officers is not None:
        people = people.filter(pk__in=list(officers))
    rows = Duty.objects.filter(programme=programme, pk__in=list(duties))
    titles = {
        pk: f"{title}, {_span(clock, starts, ends)}"
        for pk, title, starts, ends in rows.values_list("pk", "title", "starts_at", "ends_at")
    }
    delegations = Delegation.objects.filter(programme=programme).values_list("pk", "name")
    return Names(dict(people.values_list("pk", "full_name")), titles, dict(delegations), clock)


def _span(clock: Clockwork, starts: datetime, ends: datetime) -> str:
    begins, over = starts.astimezone(clock.zone), ends.astimezone(clock.zone)
    return f"{begins:%d/%m} {local_clock_text(begins)}–{local_clock_text(over)}"


def _int(number: object) -> int:
    return number if isinstance(number, int) else -1
