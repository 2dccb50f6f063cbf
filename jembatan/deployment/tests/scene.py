"""A programme of three days with two delegations, duties and officers; and a roster of it."""

from datetime import UTC, date, datetime, timedelta

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.dossiers.models import Dossier
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.models import Delegation, Duty, Officer, OfficerLanguage, Place, Programme

FIRST = date(2099, 5, 4)
"""A Monday; the programme's clocks are at UTC+7."""


def at(day: int, hour: float) -> datetime:
    """An hour of a day of the programme, by its clocks."""
    midnight = datetime(2099, 5, 4, tzinfo=UTC) - timedelta(hours=7)
    return midnight + timedelta(days=day, hours=hour)


def programme(
    actor: Actor, name: str = "Games", *, days: int = 3, dossier: Dossier | None = None
) -> Programme:
    """With a village, and rules as they are at first."""
    lasts = Days(FIRST, FIRST + timedelta(days=days - 1), "Asia/Jakarta")
    opened = open_programme(actor, name, lasts, dossier=dossier)
    Place.objects.create(desk=actor.desk, programme=opened, name="Village")
    return opened


def delegation(programme: Programme, name: str, language: str = "ja") -> Delegation:
    """Who comes."""
    return Delegation.objects.create(
        desk=programme.desk, programme=programme, name=name, languages=[language], size=12
    )


def duty(
    delegation: Delegation,
    title: str,
    day: int,
    start: float,
    end: float,
    *,
    officers: int = 1,
    language: str = "ja",
    level: int = 0,
) -> Duty:
    """From an hour to an hour; past 24 is the night after."""
    return Duty.objects.create(
        desk=delegation.desk,
        programme=delegation.programme,
        delegation=delegation,
        title=title,
        place=Place.objects.filter(programme=delegation.programme).first(),
        day=FIRST + timedelta(days=day),
        starts_at=at(day, start),
        ends_at=at(day, end),
        officers=officers,
        language=language,
        level=level,
    )


def officer(
    programme: Programme, name: str, *languages: str, level: int = 1, email: str = "", phone: str = ""
) -> Officer:
    """Free on every day, at C1 in what they speak."""
    days = (programme.last_day - programme.first_day).days + 1
    hired = Officer.objects.create(
        desk=programme.desk,
        programme=programme,
        number=Officer.objects.filter(programme=programme).count() + 1,
        full_name=name,
        email=email,
        phone=phone,
        level=level,
        days=[programme.first_day + timedelta(days=day) for day in range(days)],
    )
    OfficerLanguage.objects.bulk_create(
        OfficerLanguage(desk=programme.desk, officer=hired, language=each, tested="C1") for each in languages
    )
    return hired


def roster(programme: Programme, *, published: bool = False) -> Roster:
    """Empty."""
    state = Roster.State.PUBLISHED if published else Roster.State.DRAFT
    return Roster.objects.create(
        desk=programme.desk,
        programme=programme,
        version=1,
        state=state,
        published_at=at(-30, 8) if published else None,
    )


def put(roster: Roster, duty: Duty, officer: Officer, seat: int = 1) -> Assignment:
    """On a seat, whatever the rules say; before the duty has begun, whenever that was."""
    row = Assignment.objects.create(desk=roster.desk, roster=roster, duty=duty, officer=officer, seat=seat)
    row.made_at = min(row.made_at, duty.starts_at)
    row.save(update_fields=["made_at"])
    return row


def sitting(roster: Roster) -> dict[str, str]:
    """Who sits where, by title."""
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE)
    return dict(rows.values_list("duty__title", "officer__full_name"))


def desk_address(desk: Desk) -> None:
    """From which the desk writes; nothing leaves it here."""
    head = Actor(desk=desk, role=Role.HEAD)
    server = keep_server(head, None, host="127.0.0.1", port=2525, security="tls")
    keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example", signature="")
