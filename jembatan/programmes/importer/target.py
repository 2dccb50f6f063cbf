"""Into which programme an import goes: the one that its plan names, else the only one that is not over."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.importer import ImportJob
from jembatan.programmes.importer.tables import Filing, NotFiled
from jembatan.programmes.models import Delegation, Programme
from jembatan.programmes.queries.visible import visible_delegations, visible_programmes

NO_PROGRAMME = _(
    "It is not said which programme this is for. Import it from the page of the programme, or name one with --programme."
)


def programme_of(job: ImportJob) -> Programme | None:
    """None where several, or none, could be meant, and where the actor does not see it. Locked until the transaction ends."""
    seen = visible_programmes(job.actor).select_for_update(of=("self",), no_key=True)
    named = job.plan.get("options", {}).get("programme")
    if named is not None:
        return seen.filter(pk=named).first()
    current = list(seen.filter(last_day__gte=timezone.localdate())[:2])
    return current[0] if len(current) == 1 else None


def of_programme(filing: Callable[[ImportJob, Programme], Filing]) -> Callable[[ImportJob], Filing]:
    """The filing of that programme; raises `NotFiled` where none is meant."""

    def begin(job: ImportJob) -> Filing:
        programme = programme_of(job)
        if programme is None:
            raise NotFiled(NO_PROGRAMME)
        return filing(job, programme)

    return begin


def delegation_of(job: ImportJob, programme: Programme) -> Delegation | None:
    """Whose itinerary a schedule is, where the plan says so; None: everybody's."""
    named = job.plan.get("options", {}).get("delegation")
    if named is None:
        return None
    return visible_delegations(job.actor).filter(programme=programme, pk=named).first()
