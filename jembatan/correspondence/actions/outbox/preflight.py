"""The pre-flight check as a check of the outbox."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft
from jembatan.correspondence.preflight.finding import Severity
from jembatan.correspondence.queries.preflight import findings_for
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft


def ask_preflight(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """What has to be mended stops the mail, a warning wants a yes, and a notice is only shown beside the text."""
    return [
        Objection(finding.message, final=finding.severity == Severity.STOP)
        for finding in findings_for(actor, letter=letter_of_draft(draft))
        if finding.severity != Severity.NOTICE
    ]
