"""What the timeline of one subject shows, on the subject's page and on its own."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.kinds import groups_of_subjects
from jembatan.journal.queries.timeline import Filters
from jembatan.journal.web.addresses import timeline_url
from jembatan.journal.web.rows import page_and_kinds
from jembatan.platform.ui.paging import more_url


def timeline_of(
    actor: Actor, subject: Organisation | Person | Dossier, *, kind: str, after: str = ""
) -> dict[str, Any]:
    """The context of `journal/timeline.html`: the newest rows of the kind ("" for all), or those behind the mark."""
    filters = Filters(kinds=(kind,) if kind else ())
    page, frequent, rare = page_and_kinds(actor, subject, groups_of_subjects(), filters=filters, after=after)
    address = timeline_url(subject)
    return {
        "subject": subject,
        "rows": page.rows,
        "more_url": more_url(address, page.next_after, kind=kind),
        "groups": frequent,
        "rare": rare,
        "kind": kind,
        "timeline_url": address,
    }
