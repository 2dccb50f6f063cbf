"""How every action on a negotiation begins and ends: it is held among those that the actor sees; the journal is told."""

from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import Line, record
from jembatan.negotiation.models import NegotiatingParty, Negotiation
from jembatan.negotiation.queries.visible import visible_negotiations
from jembatan.platform.markings import Marking

SOURCE = "negotiation"
STARTED = "negotiation.started"
OFFER = "negotiation.offer"
AGREED = "negotiation.agreed"
REOPENED = "negotiation.reopened"
MANDATE = "negotiation.mandate"
ENDED = "negotiation.ended"
SHARED = "negotiation.shared"


def held(actor: Actor, negotiation: Negotiation) -> Negotiation:
    """As it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return visible_negotiations(actor).select_for_update(of=("self",)).get(pk=negotiation.pk)


def tell(
    actor: Actor,
    negotiation: Negotiation,
    kind: str,
    summary: str,
    *,
    detail: str = "",
    parties: tuple[Organisation, ...] | None = None,
    occurred_at: datetime | None = None,
) -> None:
    """A line of the negotiation's dossier, at its marking; seen by whoever sees the dossier."""
    line = Line(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=organisations_of(negotiation) if parties is None else parties,
        dossier=negotiation.dossier,
        marking=Marking(negotiation.marking),
        source=(SOURCE, negotiation.pk),
        occurred_at=occurred_at,
    )
    record(actor, line)


def organisations_of(negotiation: Negotiation) -> tuple[Organisation, ...]:
    """Those at the table that the directory knows."""
    rows = NegotiatingParty.objects.filter(negotiation=negotiation, organisation__isnull=False)
    return tuple(
        row.organisation for row in rows.select_related("organisation").order_by("pk") if row.organisation
    )
