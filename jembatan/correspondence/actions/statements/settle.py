"""Saying what became of a statement."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import SOURCE
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.journal.actions.record import Line, record
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking

SETTLED = "statement.settled"


class OutcomeUnfinished(ValueError):
    """Some outcomes need a word more."""


@transaction.atomic
def settle_statement(
    actor: Actor, statement: Statement, outcome: str, *, reason: str = "", until: date | None = None
) -> Statement:
    """Say what became of it ("" takes that back). Raises `OutcomeUnfinished` with what is missing."""
    require_officer(actor)
    found = visible_statements(actor).select_for_update(of=("self",)).get(pk=statement.pk)
    if outcome == Statement.Outcome.DECLINED and not reason.strip():
        raise OutcomeUnfinished(_("Say why it was declined."))
    if outcome == Statement.Outcome.DEFERRED and until is None:
        raise OutcomeUnfinished(_("Say until when it is deferred."))
    found.outcome, found.outcome_reason = outcome, reason.strip()
    found.deferred_until = until if outcome == Statement.Outcome.DEFERRED else None
    found.version += 1
    found.save(update_fields=["outcome", "outcome_reason", "deferred_until", "version"])
    told = (
        f"{found} – {found.get_outcome_display()}"
        if outcome
        else _("%(statement)s – open again") % {"statement": found}
    )
    record(
        actor,
        Line(
            kind=SETTLED,
            summary=told,
            detail=found.outcome_reason,
            parties=(found.organisation,) if found.organisation else (),
            dossier=found.dossier,
            marking=Marking(found.marking),
            source=(SOURCE, found.pk),
        ),
    )
    return found
