"""How it stands in the field, for the situation report: which incidents nobody has settled, and who has not come. What an incident says stays at the desk."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jembatan.field.models import Incident
from jembatan.field.queries.lateness import open_latenesses
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import clock_text, moment_text
from jembatan.programmes.models import Programme

SHOWN = 60


def in_the_field(programme: Programme, now: datetime, marking: Marking) -> Iterator[Section]:
    """Two sections."""
    yield Section(
        _("Incidents not settled"), tuple(_incidents(programme, marking)), _("Nothing has been reported.")
    )
    yield Section(
        _("Not checked in"),
        tuple(_late(programme, now, marking)),
        _("Everybody who is due has checked in."),
    )


def _incidents(programme: Programme, marking: Marking) -> Iterator[Line]:
    rows = Incident.objects.filter(programme=programme, settled_at=None).select_related(
        "officer", "delegation"
    )
    for row in rows.order_by("-happened_at", "-pk")[:SHOWN]:
        yield Line(
            capfirst(row.get_severity_display()),
            label=moment_text(row.happened_at),
            detail=" · ".join(filter(None, [row.officer.full_name, str(row.delegation or "")])),
            marking=marking,
        )


def _late(programme: Programme, now: datetime, marking: Marking) -> Iterator[Line]:
    for row in open_latenesses(programme, now).select_related("officer", "duty__place")[:SHOWN]:
        what = _("did not come") if row.missing_at else _("late")
        yield Line(
            row.officer.full_name,
            label=clock_text(row.duty.starts_at),
            detail=" · ".join(filter(None, [what, row.duty.title, str(row.duty.place or "")])),
            marking=marking,
        )
