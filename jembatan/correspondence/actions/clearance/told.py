"""The journal's line of a mail that was cleared."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.clearance.facts import marking_of
from jembatan.correspondence.queries.matters import about
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.correspondence.queries.receivers import receivers_of
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking, highest

CLEARED = "mail.cleared"


def tell_cleared(actor: Actor, draft: Draft) -> None:
    """On the timelines of those whom the mail will go to; it follows the conversation that the mail answers, or the record that it is about."""
    thread, matter = draft.answers.thread if draft.answers else None, about(draft)
    parties: list[Person | Organisation] = []
    for each in receivers_of(actor, draft):
        parties += [known for known in (each.person, each.organisation) if known]
    line = Line(
        kind=CLEARED,
        summary=draft.subject.strip() or "—",
        parties=parties,
        dossier=thread.dossier if thread else matter.dossier if matter else None,
        marking=highest([Marking.GREEN, marking_of(draft)]),
        source=(SOURCE, draft.answers_id) if draft.answers_id else matter.source if matter else None,
    )
    record(actor, line)
