"""A roster with a seat that is taken and one that is open, an offer of it, a handover and a broadcast."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Bound, BroadcastReceiver, Handover, Offer, OfferedTo, Proposal
from jembatan.deployment.models import Broadcast as Sent
from jembatan.deployment.queries.links import broadcast_link, handover_link, offer_link
from jembatan.deployment.tests import scene
from jembatan.dossiers.models import Dossier
from tests.access.scene.kinds import Arguments


def add_deployment(officer: Actor, word: str, dossier: Dossier) -> Arguments:
    """Of a programme of its own, in the dossier."""
    games = scene.programme(officer, f"Kejuaraan {word}", dossier=dossier)
    guests = scene.delegation(games, f"Tamu {word}")
    meal = scene.duty(guests, f"Jamuan {word}", 0, 11, 13, officers=2)
    sari, tono = scene.officer(games, f"Sari {word}", "ja"), scene.officer(games, f"Tono {word}", "ja")
    roster = scene.roster(games)
    scene.put(roster, meal, sari)
    Bound.objects.create(desk=games.desk, roster=roster)
    until = timezone.now() + timedelta(days=1)
    offer = Offer.objects.create(desk=games.desk, roster=roster, duty=meal, seat=2, until=until)
    asked = OfferedTo.objects.create(offer=offer, officer=tono)
    handover = Handover.objects.create(
        desk=games.desk,
        roster=roster,
        delegation=guests,
        outgoing=tono,
        incoming=sari,
        text=f"Titipan {word}",
    )
    sent = Sent.objects.create(desk=games.desk, programme=games, subject=f"Kabar {word}", text=word)
    receiver = BroadcastReceiver.objects.create(broadcast=sent, officer=sari)
    proposal = Proposal.objects.create(
        desk=games.desk,
        programme=games,
        cause=Proposal.Cause.SAID_SO,
        officer=tono,
        during=(scene.at(0, 0), scene.at(1, 0)),
    )
    return {
        "proposal_id": proposal.pk,
        "deployed_id": games.pk,
        "roster_id": roster.pk,
        "duty_id": meal.pk,
        "number": 1,
        "liaison_id": sari.pk,
        "offer_id": offer.pk,
        "broadcast_id": sent.pk,
        "offer_token": _token(offer_link(asked)),
        "handover_token": _token(handover_link(handover)),
        "broadcast_token": _token(broadcast_link(receiver)),
    }


def _token(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]
