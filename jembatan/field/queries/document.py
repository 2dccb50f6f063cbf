"""All that an officer may know, as one document that a phone keeps: own duties, own delegations, their days, whom to call."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.text import capfirst
from django.utils.translation import get_language

from jembatan.deployment.models import Assignment
from jembatan.directory.formats.places import language_name
from jembatan.field.access import GRACE, READABLE, OnDuty
from jembatan.field.models import Attendance, ChangeSeen, Lateness
from jembatan.field.queries.away import said_away
from jembatan.field.queries.certificate import certificate_of
from jembatan.field.queries.duties import published, seats_of
from jembatan.field.queries.earlier import Seen, Told, changed_duties
from jembatan.field.queries.following import followers
from jembatan.field.queries.gone import gone
from jembatan.field.queries.letters import broadcasts, claims, given, handovers, offers
from jembatan.field.queries.schedule import SHOWN_AFTERWARDS, movement_title, schedule
from jembatan.field.queries.screen import screen_of
from jembatan.field.queries.team import team, troubles
from jembatan.platform.markings import highest
from jembatan.platform.ui.moments import zone_text
from jembatan.programmes.models import (
    Delegation,
    DelegationMember,
    DelegationNote,
    Movement,
    Place,
)


def document(who: OnDuty, now: datetime) -> Told:
    """The same number of queries whatever it holds. A delegation is in it while a duty with it lies ahead, and a little longer."""
    officer, zone = who.officer, who.officer.programme.zone
    seats = list(seats_of(officer).filter(duty__ends_at__gt=now - SHOWN_AFTERWARDS))
    own = {
        seat.duty.delegation_id
        for seat in seats
        if seat.duty.delegation_id and seat.duty.ends_at + GRACE > now
    }
    seen = set(ChangeSeen.objects.filter(officer=officer).values_list("kind", "record", "version"))
    delegations, markings = _delegations(own)
    movements = list(
        Movement.objects.filter(delegation__in=own, ends_at__gt=now - SHOWN_AFTERWARDS)
        .select_related("origin", "destination", "delegation")
        .order_by("starts_at", "pk")
    )
    led = team(who, now)
    return {
        "made_at": now.isoformat(),
        "until": who.until.isoformat(),
        "officer": {"id": officer.pk, "name": officer.full_name, "number": officer.number},
        "programme": {
            "name": officer.programme.name,
            "zone": zone,
            "clock": zone_text(now.astimezone(ZoneInfo(zone))),
        },
        "marking": highest([officer.programme.marking, *markings]),
        "duties": _duties(who, seats, seen, now),
        "gone": gone(who, {seat.duty_id for seat in seats}, seen, now),
        "delegations": delegations,
        "schedule": schedule(who, own, movements, seen, now),
        "contacts": _contacts(who, movements),
        "handovers": handovers(who),
        "given": given(who, now),
        "broadcasts": broadcasts(who),
        "offers": offers(who, now),
        "may_take": officer.programme.self_sign_up,
        "claims": claims(who),
        "certificate": certificate_of(who),
        "team": led,
        "troubles": troubles(who) if led else [],
        "screens": _screens(who, led),
    }


def _duties(who: OnDuty, seats: list[Assignment], seen: Seen, now: datetime) -> list[Told]:
    duties = [seat.duty_id for seat in seats]
    come = {row.duty_id: row for row in Attendance.objects.filter(officer=who.officer, duty__in=duties)}
    late = set(Lateness.objects.filter(officer=who.officer, duty__in=duties).values_list("duty", flat=True))
    mates: dict[int, list[str]] = {}
    beside = published().filter(duty__in=duties).exclude(officer=who.officer).order_by("seat", "pk")
    for duty_id, name in beside.values_list("duty", "officer__full_name"):
        mates.setdefault(duty_id, []).append(name)
    after, away = followers(who.officer, seats), said_away(who.officer, now)
    before = changed_duties(who.officer, [seat.duty for seat in seats], seen)
    return [
        {
            "id": seat.duty_id,
            "version": seat.duty.version,
            "title": seat.duty.title,
            "note": seat.duty.note,
            "place": str(seat.duty.place or ""),
            "place_id": seat.duty.place_id,
            "address": seat.duty.place.address if seat.duty.place else "",
            "delegation": str(seat.duty.delegation or ""),
            "starts_at": seat.duty.starts_at.isoformat(),
            "ends_at": seat.duty.ends_at.isoformat(),
            "mates": mates.get(seat.duty_id, []),
            "next": [each.full_name for each in after[seat.duty_id]],
            "in_at": _moment(come[seat.duty_id].in_at) if seat.duty_id in come else None,
            "out_at": _moment(come[seat.duty_id].out_at) if seat.duty_id in come else None,
            "late": seat.duty_id in late,
            "absent": away.is_absent(seat.duty),
            "expected": away.is_expected(seat.duty),
            "changed": seat.duty_id in before,
            "was": before.get(seat.duty_id),
        }
        for seat in seats
    ]


def _delegations(own: set[int]) -> tuple[list[Told], list[str]]:
    members: dict[int, list[Told]] = {}
    for each in DelegationMember.objects.filter(delegation__in=own).order_by("-head", "full_name"):
        fields = ("full_name", "address_form", "function", "head", "phone", "email", "language")
        members.setdefault(each.delegation_id, []).append({name: getattr(each, name) for name in fields})
    notes: dict[int, list[Told]] = {}
    readable = DelegationNote.objects.filter(delegation__in=own, marking__in=READABLE)
    for note in readable.exclude(kind=DelegationNote.Kind.MEDICAL).select_related("member").order_by("pk"):
        told: Told = {"kind": capfirst(note.get_kind_display()), "text": note.text, "marking": note.marking}
        notes.setdefault(note.delegation_id, []).append(told | {"about": str(note.member or "")})
    language = (get_language() or "id")[:2]
    shown: list[Told] = [
        {
            "id": each.pk,
            "name": each.name,
            "code": each.code,
            "size": each.size,
            "home": str(each.home or ""),
            "protocol": each.protocol,
            "languages": [language_name(code, language) for code in each.languages],
            "members": members.get(each.pk, []),
            "notes": notes.get(each.pk, []),
        }
        for each in Delegation.objects.filter(pk__in=own).select_related("home").order_by("name")
    ]
    return shown, [str(note["marking"]) for told in notes.values() for note in told]


def _contacts(who: OnDuty, movements: Iterable[Movement]) -> list[Told]:
    """The leader, and the drivers of what lies ahead."""
    leader = who.officer.leader
    told: list[Told] = []
    if leader and leader.status != leader.Status.ENDED:
        told.append({"role": "leader", "name": leader.full_name, "phone": leader.phone, "about": ""})
    drivers = {each.driver_phone: each for each in reversed(list(movements)) if each.driver_phone}
    told += [
        {"role": "driver", "name": each.driver, "phone": phone, "about": movement_title(each)}
        for phone, each in drivers.items()
    ]
    return told


def _screens(who: OnDuty, led: list[Told]) -> list[Told]:
    """Leaders show the codes of the places at which their team works."""
    if not led:
        return []
    places = Place.objects.filter(programme=who.officer.programme_id).select_related("programme")
    needed = places.filter(pk__in=published().filter(officer__leader=who.officer).values("duty__place"))
    return [{"place": place.name, "address": screen_of(place)} for place in needed.order_by("name")]


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
