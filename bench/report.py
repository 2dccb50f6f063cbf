"""A month of 20,000 entries to PDF; `python -m bench.report`. Reach: at most 3 s.

The month is an invented one of a desk with 300 partners: mail, meetings, notes, promises, decisions, and a month of 18,000
entries before it to compare with. Told too: the same month as Word, Excel, slides and JSON, the pages of the PDF, and what the
processor of this process works for it. Prints one JSON line.
"""

import json
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bench.invented import WORDS, organisation_name, person_name
from bench.own_database import own_database

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.directory.models import Organisation, Person
    from jembatan.journal.actions.record import Line
    from jembatan.reports.actions.make_report import Form

PARTNERS, PEOPLE, ENTRIES, BEFORE = 300, 2_000, 20_000, 18_000
KINDS = (
    ("mail.received",) * 10
    + ("mail.sent",) * 6
    + ("meeting.held", "note", "commitment.made", "decision.taken")
)
LATER = 3
FORMS: "tuple[Form, ...]" = ("pdf", "docx", "xlsx", "pptx", "json")


def main() -> None:
    """Generate, measure, print."""
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator

        actor = operator(open_office())
        _fill(actor)
        print(json.dumps({"bench": "report", "entries": ENTRIES} | _measure(actor)))


def _fill(actor: "Actor") -> None:
    from django.db import connection, transaction

    from jembatan.directory.actions.derived import derive
    from jembatan.directory.models import Organisation, Person
    from jembatan.journal.actions.record import record_many

    chance = random.Random(1)
    bodies = [Organisation(desk=actor.desk, name=organisation_name(chance, n)) for n in range(PARTNERS)]
    people = [Person(desk=actor.desk, full_name=person_name(chance)) for _ in range(PEOPLE)]
    for body in bodies:
        derive(body)
    for person in people:
        derive(person)
    Organisation.objects.bulk_create(bodies)
    Person.objects.bulk_create(people)
    with transaction.atomic():
        record_many(actor, _lines(bodies, people, datetime(2026, 9, 30, 17, tzinfo=UTC), ENTRIES))
        record_many(actor, _lines(bodies, people, datetime(2026, 8, 31, 17, tzinfo=UTC), BEFORE))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _lines(
    bodies: "list[Organisation]", people: "list[Person]", start: datetime, count: int
) -> "Iterator[Line]":
    from jembatan.journal.actions.record import Line

    chance = random.Random(count)
    for number in range(count):
        yield Line(
            kind=chance.choice(KINDS),
            summary=" ".join(chance.choices(WORDS, k=8)),
            occurred_at=start + timedelta(minutes=chance.randrange(30 * 24 * 60)),
            parties=(chance.choice(bodies), chance.choice(people)),
            source=("note", number + 1),
        )


def _measure(actor: "Actor") -> dict[str, float]:
    """The first writing of each form, which loads what it needs, and the median of three after it."""
    from jembatan.platform.documents.pdf import count_pages
    from jembatan.reports.actions.make_report import make_report
    from jembatan.reports.queries.period import Period
    from jembatan.reports.queries.scope import Scope

    month, figures = Scope(Period(date(2026, 10, 1), date(2026, 10, 31))), dict[str, float]()
    for form in FORMS:
        taken, worked = [], []
        for _time in range(1 + LATER):
            start, work = time.perf_counter(), time.process_time()
            made = make_report(actor, month, form=form, language="id", site="http://localhost")
            taken.append(time.perf_counter() - start)
            worked.append(time.process_time() - work)
        figures[f"{form}_first_seconds"] = round(taken[0], 2)
        figures[f"{form}_seconds"] = round(sorted(taken[1:])[LATER // 2], 2)
        figures[f"{form}_processor_seconds"] = round(sorted(worked[1:])[LATER // 2], 2)
        if form == "pdf":
            figures["pdf_pages"] = count_pages(made.content)
    return figures


if __name__ == "__main__":
    main()
