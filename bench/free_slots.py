"""Free times among 30 calendars with 5,000 meetings, partners in three zones, two weeks, from the database: `python -m bench.free_slots`.

Every meeting lies within the weeks that are searched, in one of three zones, and takes one to four of the thirty; each answer is what the page
of a new poll shows: the best times with what speaks against each. Target: 200 ms. There is no peer on PyPI that ranks times by calendars, hours and
holidays of both sides. Prints one JSON line; a share of the meetings may be given as an argument.
"""

import json
import random
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bench.invented import organisation_name, person_name
from bench.own_database import own_database
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.accounts.models import User
    from jembatan.directory.models import Organisation

CALENDARS, MEETINGS, ROUNDS = 30, 5_000, 40
ZONES = ("Asia/Jakarta", "Asia/Tokyo", "Europe/Berlin")
FIRST = date(2027, 3, 1)
DAYS = 14
NOW = datetime(2027, 2, 26, 3, tzinfo=UTC)
TARGET_MS = 200


def main() -> None:
    """Generate, measure, print."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    count = int(MEETINGS * share)
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator
        from jembatan.config.warm import warm_up

        actor = operator(open_office())
        users = _users(actor)
        _meetings(actor, users, count)
        partners = _partners(actor)
        warm_up()  # as a web process is: what filling has left is not gone through again
        taken = milliseconds([_search(actor, users, partners, number) for number in range(ROUNDS)])
    figures = {
        "p50_ms": percentile(taken, 0.5),
        "p95_ms": percentile(taken, 0.95),
        "first_ms": round(taken[0], 1),
    }
    told = {
        "bench": "free_slots",
        "calendars": CALENDARS,
        "meetings": count,
        "zones": len(ZONES),
        "days": DAYS,
    }
    print(json.dumps(told | figures | {"target_ms": TARGET_MS, "peer": "none"}))


def _search(
    actor: "Actor", users: "list[User]", partners: "list[Organisation]", number: int
) -> "Callable[[], object]":
    from jembatan.meetings.queries.polls.candidates import Wish, candidates

    wish = Wish(
        minutes=(30, 60, 90)[number % 3],
        first=FIRST,
        last=FIRST + timedelta(days=DAYS - 1),
        zone=ZONES[number % 3],
        location="Ruang 1",
    )

    def search() -> object:
        found = candidates(actor, wish, users=users, parties=partners, now=NOW, language="id")
        assert found
        return found

    return search


def _users(actor: "Actor") -> "list[User]":
    from jembatan.accounts.models import Membership, Role, User

    chance = random.Random(1)
    new = [
        User(email=f"rekan{number}@kantor.example", full_name=person_name(chance), is_active=True)
        for number in range(CALENDARS)
    ]
    users = User.objects.bulk_create(new)
    Membership.objects.bulk_create(
        Membership(desk=actor.desk, user=user, role=Role.OFFICER) for user in users
    )
    return users


def _partners(actor: "Actor") -> "list[Organisation]":
    from jembatan.directory.actions.organisations import add_organisation
    from jembatan.directory.models import Organisation

    chance = random.Random(2)
    partners = [add_organisation(actor, organisation_name(chance, number)) for number in range(len(ZONES))]
    for partner, zone, country in zip(partners, ZONES, ("ID", "JP", "DE"), strict=True):
        Organisation.objects.filter(pk=partner.pk).update(time_zone=zone, country=country)
        partner.refresh_from_db()
    return partners


def _meetings(actor: "Actor", users: "list[User]", count: int) -> None:
    from django.db import connection

    from jembatan.meetings.actions.schedule import schedule
    from jembatan.meetings.models import Attendance, Meeting

    chance = random.Random(3)
    opens = datetime.combine(FIRST, datetime.min.time(), UTC)
    new = []
    for number in range(count):
        begins = opens + timedelta(minutes=15 * chance.randrange(DAYS * 96))
        ends = begins + timedelta(minutes=chance.choice((30, 60, 90)))
        new.append(
            Meeting(
                desk=actor.desk,
                uid=f"bench-{number}",
                title=f"Rapat {number}",
                location=f"Ruang {number % 5}",
                starts_at=begins,
                ends_at=ends,
                zone=chance.choice(ZONES),
            )
        )
    meetings = Meeting.objects.bulk_create(new, batch_size=1000)
    Attendance.objects.bulk_create(
        (
            Attendance(meeting=meeting, name=user.full_name, email=user.email, ours=True)
            for meeting in meetings
            for user in chance.sample(users, chance.randint(1, 4))
        ),
        batch_size=2000,
    )
    schedule(meetings)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
