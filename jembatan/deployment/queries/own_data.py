"""What rosters keep of an officer, for them."""

from collections.abc import Mapping
from typing import Any

from jembatan.deployment.models import Assignment, BroadcastReceiver, Handover, OfferedTo, Override, Proposal
from jembatan.programmes.models import Officer


def kept_of_officer(officer: Officer) -> Mapping[str, Any]:
    """Duties of rosters that were published, and what went beside them. Of handovers, the words are those that they wrote themselves."""
    duties = Assignment.objects.filter(officer=officer, roster__published_at__isnull=False)
    given = Handover.objects.filter(outgoing=officer).select_related("incoming").order_by("made_at", "pk")
    taken = officer.handovers.select_related("outgoing").order_by("made_at", "pk")
    proposals = Proposal.objects.filter(officer=officer).order_by("made_at", "pk")
    return {
        "duties": [
            {
                "roster": row.roster_id,
                "title": row.duty.title,
                "delegation": row.duty.delegation.name if row.duty.delegation else "",
                "place": row.duty.place.name if row.duty.place else "",
                "begins": row.duty.starts_at,
                "ends": row.duty.ends_at,
                "state": row.state,
            }
            for row in duties.select_related("duty__delegation", "duty__place").order_by(
                "roster", "duty__starts_at", "pk"
            )
        ],
        "rules_set_aside": list(
            Override.objects.filter(officer=officer)
            .order_by("pk")
            .values("duty__title", "rule", "told", "reason", "made_at")
        ),
        "standby": list(officer.standbys.order_by("day").values_list("day", flat=True)),
        "offers": list(
            OfferedTo.objects.filter(officer=officer)
            .order_by("pk")
            .values("offer__duty__title", "answer", "answered_at")
        ),
        "broadcasts": list(
            BroadcastReceiver.objects.filter(officer=officer)
            .order_by("pk")
            .values("broadcast__subject", "broadcast__sent_at", "acknowledged_at")
        ),
        "handovers_given": [
            {"to": row.incoming.number, "at": row.made_at, "text": row.text} for row in given
        ],
        "handovers_taken": [
            {"from": row.outgoing.number, "at": row.made_at, "acknowledged_at": row.acknowledged_at}
            for row in taken
        ],
        "away": [
            {"from": row.during.lower, "until": row.during.upper, "cause": row.cause, "state": row.state}
            for row in proposals
            if row.during is not None
        ],
    }
