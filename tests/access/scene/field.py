"""An officer of a programme, with a link for a phone, a seat of the published roster, a claim, and an incident that was reported."""

from datetime import date

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.tests import scene as deployment
from jembatan.dossiers.models import Dossier
from jembatan.field.actions.phones import give_link
from jembatan.field.models import Claim, ClaimFile, Incident, IncidentFile, Unreached
from jembatan.field.queries.screen import screen_of
from jembatan.platform.files.store import keep
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.models import Officer, Place
from tests.access.scene.kinds import Arguments

DAYS = Days(date(2098, 8, 18), date(2098, 9, 2), "Asia/Jakarta")


def add_field(officer: Actor, word: str, dossier: Dossier) -> Arguments:
    """In a programme of its own, in the dossier."""
    programme = open_programme(officer, f"Lapangan {word}", DAYS, dossier=dossier)
    place = Place.objects.create(desk=officer.desk, programme=programme, name=f"Wisma {word}")
    liaison = Officer.objects.create(
        desk=officer.desk, programme=programme, number=1, full_name=f"Sari {word}", phone="+6281200000001"
    )
    incident = Incident.objects.create(
        desk=officer.desk,
        programme=programme,
        officer=liaison,
        text=f"Tas hilang {word}",
        happened_at=timezone.now(),
    )
    guests = deployment.delegation(programme, f"Tamu lapangan {word}")
    seat = deployment.put(
        deployment.roster(programme, published=True),
        deployment.duty(guests, f"Jaga {word}", 0, 9, 12),
        liaison,
    )
    claim = Claim.objects.create(
        desk=officer.desk, officer=liaison, kind="hours", minutes=30, day=DAYS.first, text=f"Antre {word}"
    )
    kept = IncidentFile.objects.create(incident=incident, file=keep(word.encode()), name=f"{word}.ogg")
    receipt = ClaimFile.objects.create(claim=claim, file=keep(f"bon {word}".encode()), name=f"bon-{word}.jpg")
    unreached = Unreached.objects.create(officer=liaison, since=timezone.now())
    return {
        "programme_officer_id": liaison.pk,
        "unreached_id": unreached.pk,
        "incident_id": incident.pk,
        "incident_file_id": kept.pk,
        "duty_seat_id": seat.pk,
        "claim_id": claim.pk,
        "claim_file_id": receipt.pk,
        "phone_token": give_link(officer, liaison).rstrip("/").split("/")[-1],
        "place_token": screen_of(place).rstrip("/").split("/")[-1],
    }
