"""Timelines and the journal at 100,000 people, 5,000 organisations and 1,000,000 entries; `python -m bench.timeline`.

The target is a 95th percentile of 60 ms in the server. One organisation has 50,000 entries and one person 20,000; the
rest share. The journal is written by `record_many`, whose rate is told too.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING

from bench.invented import WORDS, organisation_name, person_name
from bench.own_database import own_database
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.directory.models import Organisation, Person
    from jembatan.journal.actions.record import Line

PEOPLE, ORGANISATIONS, ENTRIES = 100_000, 5_000, 1_000_000
KINDS = ("mail.received",) * 11 + ("mail.sent",) * 6 + ("meeting.held",) * 2 + ("note",)
IMPORT = 50_000
ROUNDS = 150
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def main() -> None:
    """Generate, measure, print."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator

        actor = operator(open_office())
        people, organisations = _directory(actor, share)
        entries = int(ENTRIES * share)
        rate = entries / _journal(actor, people, organisations, entries)
        _analyse()
        told = {"bench": "timeline", "entries": entries, "lines_per_second": round(rate)}
        print(json.dumps(told | _measure(actor, people, organisations)))


def _directory(actor: "Actor", share: float) -> "tuple[list[Person], list[Organisation]]":
    from jembatan.directory.actions.derived import derive
    from jembatan.directory.models import Organisation, Person

    chance = random.Random(1)
    people = [Person(desk=actor.desk, full_name=person_name(chance)) for _ in range(int(PEOPLE * share))]
    bodies = [
        Organisation(desk=actor.desk, name=organisation_name(chance, n))
        for n in range(int(ORGANISATIONS * share))
    ]
    for person in people:
        derive(person)
    for body in bodies:
        derive(body)
    return Person.objects.bulk_create(people, batch_size=5000), Organisation.objects.bulk_create(
        bodies, batch_size=5000
    )


def _journal(
    actor: "Actor", people: "list[Person]", organisations: "list[Organisation]", count: int
) -> float:
    """Written as imports of 50,000 lines are, each in its transaction; the seconds that writing took."""
    from django.db import transaction

    from jembatan.journal.actions.record import record_many

    seconds = 0.0
    for lines in batched(_lines(people, organisations, count), IMPORT):
        start = time.perf_counter()
        with transaction.atomic():
            record_many(actor, lines)
        seconds += time.perf_counter() - start
    return seconds


def _lines(people: "list[Person]", organisations: "list[Organisation]", count: int) -> "Iterator[Line]":
    from jembatan.journal.actions.record import Line

    chance = random.Random(2)
    for number in range(count):
        organisation = organisations[0] if number % 20 == 0 else chance.choice(organisations)
        person = people[0] if number % 50 == 0 else chance.choice(people)
        yield Line(
            kind=chance.choice(KINDS),
            summary=" ".join(chance.choices(WORDS, k=8)),
            occurred_at=NOW - timedelta(minutes=chance.randrange(2_000_000)),
            parties=(organisation, person),
            source=("message", number + 1),
        )


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _measure(actor: "Actor", people: "list[Person]", organisations: "list[Organisation]") -> dict[str, float]:
    """Each round asks the first page of a timeline and the one behind it."""
    chance = random.Random(3)
    cases: dict[str, tuple[Callable[[], Organisation | Person | None], tuple[str, ...]]] = {
        "desk": (lambda: None, ()),
        "desk_notes": (lambda: None, ("note",)),
        "desk_unknown_kind": (lambda: None, ("report",)),
        "organisation_50000": (lambda: organisations[0], ()),
        "organisation_50000_notes": (lambda: organisations[0], ("note",)),
        "organisation_50000_unknown_kind": (lambda: organisations[0], ("report",)),
        "organisation": (lambda: chance.choice(organisations), ()),
        "person_20000_meetings": (lambda: people[0], ("meeting",)),
        "person": (lambda: chance.choice(people), ()),
    }
    figures = {
        name: [taken for _ in range(ROUNDS) for taken in _two_pages(actor, subject(), kinds)]
        for name, (subject, kinds) in cases.items()
    }
    together = [taken for figure in figures.values() for taken in figure]
    each = {f"{name}_p95_ms": percentile(figure, 0.95) for name, figure in figures.items()}
    return each | {"p95_ms": percentile(together, 0.95)}


def _two_pages(
    actor: "Actor", subject: "Organisation | Person | None", kinds: tuple[str, ...]
) -> list[float]:
    from jembatan.journal.queries.timeline import Filters
    from jembatan.journal.web.rows import page_of

    read = partial(page_of, actor, subject, filters=Filters(kinds=kinds))
    behind = read().next_after
    return milliseconds([read, partial(read, after=behind)])


if __name__ == "__main__":
    main()
