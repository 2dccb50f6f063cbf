"""Taking hold of a kept report before it is changed."""

from jembatan.accounts.actor import Actor
from jembatan.reports.models import Report
from jembatan.reports.queries.kept.visible import visible_reports


def held(actor: Actor, report: Report, *, discarded: bool = False) -> Report:
    """The report as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return visible_reports(actor, discarded=discarded).select_for_update(of=("self",)).get(pk=report.pk)
