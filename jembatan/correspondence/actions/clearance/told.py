"""The journal's line of a mail that was cleared."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import SOURCE as STATEMENT
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.clearance.facts import marking_of
from jembatan.correspondence.queries.matters import about
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.correspondence.queries.receivers import receivers_of
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking, highest

CLEARED = "mail.cleared"


def tell_cleared(actor: Actor, draft: Draft) -> None:
    """On the timelines of those whom the mail will go to; it follows the conversation that the mail answers, or the statement or record that it is about."""
    dossier, source = _stands(draft)
    parties: list[Person | Organisation] = []
    for each in receivers_of(actor, draft):
        parties += [known for known in (each.person, each.organisation) if known]
    line = Line(
        kind=CLEARED,
        summary=draft.subject.strip() or "—",
        parties=parties,
        dossier=dossier,
        marking=highest([Marking.GREEN, marking_of(draft)]),
        source=source,
    )
    record(actor, line)


def _stands(draft: Draft) -> tuple[Dossier | None, tuple[str, int] | None]:
    if draft.answers:
        return draft.answers.thread.dossier, (SOURCE, draft.answers.pk)
    if draft.statement:
        return draft.statement.dossier, (STATEMENT, draft.statement.pk)
    matter = about(draft)
    return (matter.dossier, matter.source) if matter else (None, None)
