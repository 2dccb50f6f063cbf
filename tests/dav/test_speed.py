"""What a synchronisation costs does not grow with the number of records, counted in questions to the database."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person
from jembatan.meetings.actions.guests import add_guest
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.platform.dav.jobs import renew_soon
from jembatan.platform.dav.models import Collection
from tests.dav.program import program_of

MARCH = datetime(2027, 3, 4, 3, 0, tzinfo=UTC)
CHANGING_A_CARD = 16
ADDING_A_CARD = 29


@pytest.mark.parametrize("kind", ["people", "meetings"])
def test_first_synchronisation_asks_as_often_for_one_record_as_for_many(officer: Actor, kind: str) -> None:
    program = program_of(officer)
    program.sync(kind)
    _fill(officer, kind, 1)
    few = _questions(lambda: program.sync(kind))
    _fill(officer, kind, 7)
    assert _questions(lambda: program.sync(kind)) == few


def test_changing_a_card_asks_no_more_than_it_must(officer: Actor) -> None:
    person = add_person(officer, "Budi Santoso", email="budi@laut.example")
    program = program_of(officer)
    program.sync("people")
    address = f"{program.book('people')}{person.pk}.vcf"
    card = program.ask("GET", address).content.decode().replace("Budi Santoso", "Budi Santosa")
    assert _questions(lambda: program.ask("PUT", address, card, content_type="text/vcard")) <= CHANGING_A_CARD
    person.refresh_from_db()
    assert person.full_name == "Budi Santosa"


def test_adding_a_card_asks_no_more_than_it_must(officer: Actor) -> None:
    program = program_of(officer)
    program.sync("people")
    card = "\r\n".join(
        (
            "BEGIN:VCARD",
            "VERSION:3.0",
            "UID:new-1",
            "FN:Budi",
            "N:;Budi;;;",
            "TEL:+62215550199",
            "END:VCARD",
            "",
        )
    )
    address = f"{program.book('people')}new-1.vcf"
    assert _questions(lambda: program.ask("PUT", address, card, content_type="text/vcard")) <= ADDING_A_CARD
    assert Person.objects.get(external_uid="new-1").contact_points.count() == 1


def test_books_that_were_opened_are_written_by_the_worker_when_much_has_changed(officer: Actor) -> None:
    program = program_of(officer)
    renew_soon(officer.desk)
    assert _waiting(officer) == 0
    program.sync("people")
    renew_soon(officer.desk)
    renew_soon(officer.desk)
    assert _waiting(officer) == 1


def _waiting(officer: Actor) -> int:
    """Jobs for the one book that was opened; others of its desk wait for their first reader."""
    people = Collection.objects.get(desk=officer.desk, book="people")
    jobs = ProcrastinateJob.objects.filter(task_name="dav.open_books", status="todo")
    return sum(job.args == {"collections": [people.pk]} for job in jobs)


def _fill(officer: Actor, kind: str, number: int) -> None:
    for each in range(number):
        if kind == "people":
            add_person(officer, f"Orang {each}", email=f"orang{each}@laut.example")
        else:
            meeting = plan_meeting(
                officer,
                f"Rapat {each}",
                times=Times(MARCH, MARCH + timedelta(hours=1)),
                zone="Asia/Jakarta",
                allowed=True,
            )
            add_guest(officer, meeting, add_person(officer, f"Tamu {each}"))


def _questions(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)
