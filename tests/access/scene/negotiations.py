"""A negotiation with everything on its sheet."""

from decimal import Decimal

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.negotiation.actions.mandates import set_mandate
from jembatan.negotiation.actions.offers import agree_point
from jembatan.negotiation.actions.table import add_interest, add_issue
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.models import Option
from jembatan.negotiation.tests.scene import offer, ours, talks, theirs
from tests.access.scene.kinds import Arguments


def add_negotiation(officer: Actor, word: str, dossier: Dossier, ministry: Organisation) -> Arguments:
    """An offer names every issue but the last, which nobody has scored; the first is agreed."""
    negotiation = talks(officer, title=f"Perundingan {word}", dossier=dossier, embassy=ministry)
    value_options(
        officer,
        ours(negotiation),
        weights={},
        scores={},
        reservation=Decimal(30),
        walk_away=f"Tanpa {word}",
    )
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "both")
    agree_point(officer, Option.objects.get(issue__negotiation=negotiation, name="low"))
    issue = add_issue(officer, negotiation, f"Pokok {word}", [f"Pilihan {word}", "Lain"])
    interest = add_interest(officer, theirs(negotiation), f"Kepentingan {word}", basis="assumed", source="")
    mandate = set_mandate(officer, negotiation, f"Batas {word}", authorised_by=word, issue=issue)
    return {
        "negotiation_id": negotiation.pk,
        "seat_id": theirs(negotiation).pk,
        "interest_id": interest.pk,
        "issue_id": issue.pk,
        "agreed_issue_id": negotiation.agreed.get().issue_id,
        "option_id": issue.options.order_by("pk")[0].pk,
        "mandate_id": mandate.pk,
    }
