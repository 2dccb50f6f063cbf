"""Times that could suit everybody, before anybody is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.positions import employer_of
from jembatan.meetings.queries.polls.busy import busy_times
from jembatan.meetings.queries.polls.offices import offices
from jembatan.platform.dates.common_time import Attender, Slot, common_slots

LONGEST_WINDOW = timedelta(days=92)
OFFERED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for; both days belong to the window, which is of the zone's days."""

    minutes: int
    first: date
    last: date
    zone: str
    location: str = ""
    travel: timedelta = timedelta(minutes=30)


def candidates(
    actor: Actor,
    wish: Wish,
    *,
    users: Sequence[User],
    parties: Sequence[Person | Organisation],
    now: datetime,
    language: str,
) -> list[Slot]:
    """The best first; nothing that has begun."""
    zone = ZoneInfo(wish.zone)
    first = max(datetime.combine(wish.first, time(), zone), _next_half_hour(now.astimezone(zone)))
    window = first, datetime.combine(wish.last + timedelta(days=1), time(), zone)
    busy = busy_times(actor.desk, users, window, place=wish.location, travel=wish.travel)
    house = offices()
    ours = house.ours(actor.desk)
    attenders = [Attender(user.full_name, ours, busy.get(user.pk, ())) for user in users]
    attenders += [Attender(str(party), house.theirs(body_of(party), actor.desk)) for party in parties]
    return common_slots(attenders, window, timedelta(minutes=wish.minutes), count=OFFERED, language=language)


def body_of(party: Person | Organisation) -> Organisation | None:
    """The organisation whose hours are theirs."""
    return party if isinstance(party, Organisation) else employer_of(party)


def zone_of(actor: Actor, party: Person | Organisation) -> str:
    """Whose clock they live by: their own, else that of their organisation, else the desk's."""
    return party.time_zone or str(offices().theirs(body_of(party), actor.desk).zone)


def _next_half_hour(moment: datetime) -> datetime:
    """A whole half hour of the clock, not before the moment."""
    past = timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment - past + timedelta(minutes=30) if past else moment
