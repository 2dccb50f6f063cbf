"""The festival as records: its dossier, places, delegations, movements, itinerary and officers; duties by its templates."""

from dataclasses import asdict
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from demo import cast
from demo.correspondence.scene import Scene
from demo.event import guests, officers, roster
from demo.event.guests import Guests, Item
from demo.event.officers import take_on
from demo.event.recruiting import look_for_officers
from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier, DossierParty
from jembatan.journal.models import Entry
from jembatan.programmes.models import (
    Delegation,
    DelegationMember,
    DelegationNote,
    Duty,
    DutyTemplate,
    ItineraryItem,
    Movement,
    Place,
    Post,
    Programme,
    Travel,
)
from jembatan.programmes.queries.wanted import wanted_duties

HOST = "layar"


def write(scene: Scene) -> Programme:
    """It leaves no line in the journal, which would stay when the demo leaves."""
    dossier = Dossier.objects.create(desk=scene.desk, title=guests.NAME, objective="")
    DossierParty.objects.create(desk=scene.desk, dossier=dossier, organisation=scene.organisation(HOST))
    programme = Programme.objects.create(
        desk=scene.desk,
        dossier=dossier,
        name=guests.NAME,
        first_day=scene.today + timedelta(days=guests.FIRST_DAY),
        last_day=scene.today + timedelta(days=guests.LAST_DAY),
        zone=guests.ZONE,
        handover=15,
        created_by=scene.user(cast.OFFICER.key),
    )
    places = _places(programme)
    post = Post.objects.create(
        desk=scene.desk,
        programme=programme,
        name="LO delegasi",
        kind="delegation",
        wanted=len(officers.HANDS),
    )
    for each in guests.GUESTS:
        _welcome(scene, programme, places, each)
    _itinerary(scene, programme, places)
    take_on(scene, programme, post)
    _templates(programme, post, places)
    Duty.objects.bulk_create(
        Duty(desk=scene.desk, programme=programme, **asdict(wanted)) for wanted in wanted_duties(programme)
    )
    roster.publish(scene, programme)
    look_for_officers(scene, programme, post)
    return programme


def _places(programme: Programme) -> list[Place]:
    places = Place.objects.bulk_create(
        Place(desk=programme.desk, programme=programme, name=name, kind=kind, address=address)
        for name, kind, address in guests.PLACES
    )
    Travel.objects.bulk_create(
        Travel(desk=programme.desk, origin=origin, destination=destination, minutes=minutes)
        for origin, row in zip(places, guests.MINUTES, strict=True)
        for destination, minutes in zip(places, row, strict=True)
        if minutes
    )
    return places


def _at(scene: Scene, days: int, hour: float) -> datetime:
    """So many days from today at this hour of the festival."""
    midnight = datetime.combine(scene.today + timedelta(days=days), time(), ZoneInfo(guests.ZONE))
    return midnight + timedelta(hours=hour)


def _welcome(scene: Scene, programme: Programme, places: list[Place], each: Guests) -> None:
    delegation = Delegation.objects.create(
        desk=scene.desk,
        programme=programme,
        name=each.name,
        code=each.code,
        country=each.country,
        languages=[each.language, "en"] if each.language != "en" else ["en"],
        size=each.size,
        home=places[guests.VILLAGE],
    )
    name, form, function = each.head
    DelegationMember.objects.create(
        desk=scene.desk,
        delegation=delegation,
        full_name=name,
        address_form=form,
        function=function,
        head=True,
        language=each.language,
    )
    DelegationNote.objects.bulk_create(
        DelegationNote(desk=scene.desk, delegation=delegation, kind=kind, text=text, marking=marking)
        for kind, text, marking in each.notes
    )
    arrives, leaves = _at(scene, *each.arrives), _at(scene, *each.leaves)
    flight = {
        "desk": scene.desk,
        "delegation": delegation,
        "mode": Movement.Mode.FLIGHT,
        "number": each.flight,
        "far_end": each.from_city,
        "people": each.size,
        "status": Movement.Status.CONFIRMED,
        "driver": "Pak Darmo",
        "driver_phone": "+628110000123",
        "vehicles": f"{-(-each.size // 20)} bus",
    }
    lasts = timedelta(hours=each.hours)
    Movement.objects.create(
        kind=Movement.Kind.ARRIVAL,
        destination=places[guests.AIRPORT],
        starts_at=arrives - lasts,
        ends_at=arrives,
        starts_zone=each.from_zone,
        ends_zone=guests.ZONE,
        **flight,
    )
    Movement.objects.create(
        kind=Movement.Kind.DEPARTURE,
        origin=places[guests.AIRPORT],
        starts_at=leaves,
        ends_at=leaves + lasts,
        starts_zone=guests.ZONE,
        ends_zone=each.from_zone,
        **flight,
    )


def _itinerary(scene: Scene, programme: Programme, places: list[Place]) -> None:
    delegations = {each.code: each for each in programme.delegations.all()}
    rows: list[tuple[Delegation, Item]] = [
        *((each, item) for each in delegations.values() for item in guests.TOGETHER),
        *((delegations[code], item) for code, item in guests.ALONE),
    ]
    ItineraryItem.objects.bulk_create(
        ItineraryItem(
            desk=scene.desk,
            programme=programme,
            delegation=delegation,
            title=title,
            place=places[place],
            starts_at=_at(scene, days, begins),
            ends_at=_at(scene, days, ends),
        )
        for delegation, (days, begins, ends, place, title) in rows
    )


def _templates(programme: Programme, post: Post, places: list[Place]) -> None:
    for name, source, before, after, hands, level, priority, own in guests.TEMPLATES:
        DutyTemplate.objects.create(
            desk=programme.desk,
            programme=programme,
            name=name,
            source=source,
            post=post,
            before=before,
            after=after,
            officers=hands,
            level=level,
            priority=priority,
            own_language=own,
        )
    name, begins, ends = guests.DESK
    DutyTemplate.objects.create(
        desk=programme.desk,
        programme=programme,
        name=name,
        source=DutyTemplate.Source.DAY,
        post=post,
        place=places[guests.VILLAGE],
        own_language=False,
        language="en",
        daily_start=begins,
        daily_end=ends,
        priority=1,
    )


def remove(desk: Desk) -> None:
    """Unless the desk has gone on with it: then the journal tells of it, and it stays with its dossier."""
    festival = Programme.objects.filter(desk=desk, name=guests.NAME, dossier__title=guests.NAME)
    told = Entry.objects.filter(desk=desk, dossier__in=festival.values("dossier"))
    if told.exists():
        return
    dossiers = list(festival.values_list("dossier", flat=True))
    Duty.objects.filter(programme__in=festival).delete()
    Movement.objects.filter(delegation__programme__in=festival).delete()
    festival.delete()
    Dossier.objects.filter(pk__in=dossiers).delete()
