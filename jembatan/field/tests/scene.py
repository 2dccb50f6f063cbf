"""Officers on duty today: a leader with a team, a delegation with notes, a published roster, and phones that are signed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.events import HandedOver
from jembatan.deployment.models import Handover, Roster
from jembatan.deployment.tests import scene as deployment
from jembatan.deployment.tests.scene import desk_address
from jembatan.dossiers.models import Dossier
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.phones import give_link
from jembatan.field.queries.phones import on_duty
from jembatan.field.web.guard import COOKIE
from jembatan.platform.events import announce
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.models import (
    Delegation,
    DelegationMember,
    DelegationNote,
    Duty,
    Movement,
    Officer,
    Place,
    Programme,
)

__all__ = ["Games", "client_on", "desk_address", "games", "hand_over", "incoming", "signed_in"]


@dataclass
class Games:
    """A programme that began yesterday."""

    programme: Programme
    roster: Roster
    place: Place
    akitsu: Delegation
    leader: Officer
    sari: Officer
    tono: Officer
    duty: Duty
    """Sari's, with Akitsu: it began half an hour ago."""


def games(actor: Actor, *, dossier: Dossier | None = None, name: str = "Games") -> Games:
    """`leader` leads Sari and Tono; Tono works with another delegation."""
    now = timezone.now()
    today = timezone.localdate()
    days = Days(today - timedelta(days=1), today + timedelta(days=3), "Asia/Jakarta")
    programme = open_programme(actor, name, days, dossier=dossier)
    place = Place.objects.create(desk=actor.desk, programme=programme, name="Village", address="Jalan 1")
    akitsu = deployment.delegation(programme, "Akitsu")
    borneo = deployment.delegation(programme, "Borneo")
    people = [
        deployment.officer(
            programme, who, "ja", email=f"{who.lower()}@lo.example", phone=f"+62812000000{number}"
        )
        for number, who in enumerate(("Lead", "Sari", "Tono"), 1)
    ]
    leader, sari, tono = people
    Officer.objects.filter(pk__in=[sari.pk, tono.pk]).update(leader=leader)
    roster = deployment.roster(programme, published=True)
    roster.published_at = now - timedelta(days=1)
    roster.save(update_fields=["published_at"])
    duty = _duty(akitsu, place, "Lunch", now - timedelta(minutes=30), hours=3)
    deployment.put(roster, duty, sari)
    deployment.put(roster, _duty(borneo, place, "Dinner", now + timedelta(hours=1), hours=3), tono)
    DelegationMember.objects.create(
        desk=actor.desk, delegation=akitsu, full_name="Aiko Tanaka", head=True, phone="+81312345678"
    )
    for kind, text, marking in (
        ("diet", "No shellfish", "TLP:AMBER"),
        ("medical", "Takes insulin", "TLP:RED"),
        ("security", "Threatened before", "TLP:RED"),
    ):
        DelegationNote.objects.create(
            desk=actor.desk, delegation=akitsu, kind=kind, text=text, marking=marking
        )
    Movement.objects.create(
        desk=actor.desk,
        delegation=akitsu,
        kind="transfer",
        starts_at=now + timedelta(hours=1),
        ends_at=now + timedelta(hours=2),
        starts_zone="Asia/Jakarta",
        ends_zone="Asia/Jakarta",
        driver="Pak Dedi",
        driver_phone="+628110000009",
    )
    for officer in people:
        officer.refresh_from_db()
    return Games(programme, roster, place, akitsu, leader, sari, tono, duty)


def _duty(delegation: Delegation, place: Place, title: str, begins: datetime, *, hours: int) -> Duty:
    return Duty.objects.create(
        desk=delegation.desk,
        programme=delegation.programme,
        delegation=delegation,
        title=title,
        place=place,
        day=timezone.localdate(begins),
        starts_at=begins,
        ends_at=begins + timedelta(hours=hours),
    )


def client_on(actor: Actor, officer: Officer) -> Client:
    """A phone that has used the officer's link."""
    link = give_link(actor, officer)
    client = Client(headers={"accept-language": "en"})
    client.post("/duty/in/" + link.rstrip("/").split("/")[-1] + "/")
    return client


def signed_in(actor: Actor, officer: Officer) -> OnDuty:
    """Who holds such a phone."""
    who = on_duty(client_on(actor, officer).cookies[COOKIE].value)
    assert who is not None
    return who


def hand_over(actor: Actor, scene: Games, text: str = "") -> Handover:
    """What Sari leaves open with Akitsu, to the leader."""
    handover = Handover.objects.create(
        desk=actor.desk,
        roster=scene.roster,
        delegation=scene.akitsu,
        outgoing=scene.sari,
        incoming=scene.leader,
        text=text,
    )
    handover.duties.add(scene.duty)
    announce(HandedOver(actor, handover))
    return handover


def incoming(
    kind: str, data: Mapping[str, object], *, at: datetime | None = None, files: list[bytes] | None = None
) -> Incoming:
    """As a phone would send it."""
    return Incoming(uuid4(), kind, at or timezone.now(), data, files or [])
