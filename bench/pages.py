"""Lists, timelines and searches as pages, in an office of 100,000 people, 100,000 messages and 100,000 meetings.

`python -m bench.pages [SHARE] [--home FOLDER]` fills the office through the importers (or takes the one that FOLDER has),
asks every page as its head does, inside the server (no network), and prints one JSON line. Reach: each page's p95 at most
60 ms, at this size.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.invented import FAMILY, MATTERS, organisation_name, person_name
from bench.mailbox import US, WORDS, write_maildir
from bench.measured import PROJECT
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from django.test import Client

PEOPLE, MESSAGES, MEETINGS = 100_000, 100_000, 100_000
CORRESPONDENTS, BODIES = 2_000, 5_000
FIRST_DAY, LAST_DAY = date(2016, 1, 4), date(2027, 12, 31)
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A page and how to ask for it: an address for each round."""

    name: str
    address: Callable[[random.Random], str]


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("share", nargs="?", type=float, default=1.0)
    parser.add_argument("--home", type=Path)
    arguments = parser.parse_args()
    with _home(arguments.home) as home:
        if not (home / "filled").exists():
            _fill(home, arguments.share)
            (home / "filled").touch()
        os.environ |= {"JEMBATAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
        from jembatan.platform.cli.database import database_open

        with database_open():
            print(json.dumps({"bench": "pages", **_measure()}))


@contextmanager
def _home(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
        yield Path(folder)


def _fill(home: Path, share: float) -> None:
    """Through the command line, as one who brings a large office would."""
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
        place = Path(folder)
        _write_cards(place / "people.vcf", int(PEOPLE * share))
        write_maildir(place / "mail", int(MESSAGES * share))
        _write_calendar(place / "calendar.ics", int(MEETINGS * share))
        for name in ("people.vcf", "mail", "calendar.ics"):
            program = [str(PROJECT / ".venv" / "bin" / "jembatan"), "import", str(place / name), "--me", US]
            subprocess.run(
                program, check=True, env={**os.environ, "JEMBATAN_HOME": str(home)}, stdout=subprocess.DEVNULL
            )


def _write_cards(path: Path, count: int) -> None:
    """The first 2,000 have the addresses that `bench.mailbox` writes from."""
    chance = random.Random(1)
    bodies = [organisation_name(chance, number) for number in range(BODIES)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            name = person_name(chance)
            address = f"orang{number}@badan{number % 300}.example"
            file.write(
                f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:bench:{number}\r\nFN:{name}\r\n"
                f"ORG:{bodies[number % BODIES]}\r\nTITLE:{chance.choice(MATTERS)}\r\nEMAIL:{address}\r\nEND:VCARD\r\n"
            )


def _write_calendar(path: Path, count: int) -> None:
    """Meetings of an hour or so spread over twelve years, some of whole days; one in a thousand is held every week."""
    chance = random.Random(2)
    days = (LAST_DAY - FIRST_DAY).days
    with path.open("w", encoding="utf-8") as file:
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//bench//EN\r\n")
        for number in range(count):
            day = FIRST_DAY + timedelta(days=chance.randrange(days))
            file.write(f"BEGIN:VEVENT\r\nUID:{number}@bench.example\r\nDTSTAMP:20260101T000000Z\r\n")
            if number % 20 == 0:
                file.write(f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n")
            else:
                clock = time(chance.randint(1, 9), chance.choice((0, 30)))
                file.write(
                    f"DTSTART:{day:%Y%m%d}T{clock:%H%M%S}Z\r\nDURATION:PT{chance.choice((30, 60, 90))}M\r\n"
                )
            if number % 1000 == 1:
                file.write("RRULE:FREQ=WEEKLY;COUNT=50\r\n")
            subject = " ".join(chance.sample(WORDS["id"].split(), 4)).capitalize()
            file.write(f"SUMMARY:{subject}\r\nORGANIZER:mailto:{US}\r\n")
            for _ in range(chance.randint(1, 3)):
                person = chance.randrange(CORRESPONDENTS)
                file.write(f"ATTENDEE;CN=Orang {person}:mailto:orang{person}@badan{person % 300}.example\r\n")
            file.write("END:VEVENT\r\n")
        file.write("END:VCALENDAR\r\n")


def _measure() -> dict[str, Any]:
    """Milliseconds of each page; the first two rounds warm up."""
    from django.db import connection
    from django.test import Client

    from jembatan.accounts.actions.desks import open_first_desk
    from jembatan.config.warm import warm_up

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client = Client(SERVER_NAME="localhost")
    client.force_login(open_first_desk())
    warm_up()
    chance = random.Random(3)
    figures = {
        page.name: milliseconds(partial(_get, client, page.address(chance)) for _ in range(ROUNDS))[2:]
        for page in _pages()
    }
    together = [taken for figure in figures.values() for taken in figure]
    each = {f"{name}_p95_ms": percentile(figure, 0.95) for name, figure in figures.items()}
    return each | {"p50_ms": percentile(together, 0.5), "p95_ms": percentile(together, 0.95)}


def _get(client: "Client", address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}.")


def _pages() -> list[Page]:
    from jembatan.correspondence.models import Thread
    from jembatan.directory.models import Organisation, Person
    from jembatan.meetings.models import Meeting

    threads = list(Thread.objects.filter(message_count__gt=2).values_list("pk", flat=True)[:500])
    active = list(Person.objects.filter(last_active_at__isnull=False).values_list("pk", flat=True)[:500])
    bodies = list(
        Organisation.objects.filter(last_active_at__isnull=False).values_list("pk", flat=True)[:500]
    )
    meetings = list(Meeting.objects.values_list("pk", flat=True)[:500])
    words = WORDS["id"].split()

    def day(chance: random.Random) -> str:
        return (FIRST_DAY + timedelta(days=chance.randrange(4000))).isoformat()

    def week(chance: random.Random) -> str:
        monday = date(2023, 1, 2) + timedelta(weeks=chance.randrange(150))
        return f"start={monday}&end={monday + timedelta(days=6)}"

    return [
        Page("today", lambda chance: "/"),
        Page("inbox", lambda chance: "/inbox/"),
        Page("inbox_ours", lambda chance: "/inbox/?turn=ours"),
        Page("thread", lambda chance: f"/threads/{chance.choice(threads)}/"),
        Page("screener", lambda chance: "/screener/"),
        Page("week", lambda chance: f"/calendar/?view=week&day={day(chance)}"),
        Page("month", lambda chance: f"/calendar/?view=month&day={day(chance)}"),
        Page("agenda", lambda chance: f"/calendar/?view=agenda&day={day(chance)}"),
        Page("meeting", lambda chance: f"/meetings/{chance.choice(meetings)}/"),
        Page("people", lambda chance: "/directory/"),
        Page("people_named", lambda chance: f"/directory/?q={chance.choice(FAMILY)[: chance.randint(3, 6)]}"),
        Page("organisations", lambda chance: "/directory/organisations/"),
        Page("person", lambda chance: f"/directory/people/{chance.choice(active)}/"),
        Page("organisation", lambda chance: f"/directory/organisations/{chance.choice(bodies)}/"),
        Page("journal", lambda chance: "/journal/"),
        Page("imports", lambda chance: "/imports/"),
        Page("audit", lambda chance: "/audit/"),
        Page("reports", lambda chance: f"/reports/?{week(chance)}"),
        Page("how_we_stand", lambda chance: "/reports/standing/"),
        Page("search_word", lambda chance: f"/search/?q={chance.choice(words)}"),
        Page("search_name", lambda chance: f"/search/?q={chance.choice(FAMILY)}"),
        Page("suggestions", lambda chance: f"/search/suggestions/?q={chance.choice(FAMILY)[:4]}"),
    ]


if __name__ == "__main__":
    main()
