"""Writing a part of a report."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.papers.actions.write import write, write_again
from jembatan.platform.access import require_writer
from jembatan.reports.actions.kept.hold import held
from jembatan.reports.models import Part, Report, ReportPart


@transaction.atomic
def save_part(
    actor: Actor, report: Report, part: Part, text: str, *, version: int, editor: str = ""
) -> ReportPart:
    """The words for the version that the writer had before them (0: nothing was written). Raises `WrittenMeanwhile`."""
    require_writer(actor)
    current = held(actor, report)
    stands = current.parts.select_related("saved_by").filter(name=part).first()
    stands = stands or ReportPart(report=current, name=part, version=0)
    return write(actor, stands, text, version=version, editor=editor)


@transaction.atomic
def restore_part(actor: Actor, report: Report, part: Part, *, version: int) -> ReportPart:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`."""
    require_writer(actor)
    return write_again(actor, held(actor, report).parts.get(name=part), version=version)
