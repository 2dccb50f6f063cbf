"""Numbers: without gaps, never twice, also where many ask at once or one of them dies."""

import os
import signal
import threading
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.numbering.reserve import reserve_number, void_number
from jembatan.correspondence.actions.numbering.series import bring_back_series, keep_series, retire_series
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import NumberSeries, ReservedNumber, Statement
from jembatan.correspondence.tests.forked import forked
from jembatan.platform.postgres.tests.owners import eventually

NOVEMBER, JANUARY = date(2026, 11, 29), date(2027, 1, 4)
PARALLEL, EACH = 4, 5


@pytest.fixture
def series(head: Actor) -> NumberSeries:
    return keep_series(
        head, None, name="Surat dinas", pattern="{number:03}/KEMLU/LO/{month_roman}/{year}", begins_at=7
    )


def drafted(actor: Actor, title: str = "Pandu") -> Statement:
    return Statement.objects.create(desk=actor.desk, state=Statement.State.DRAFT, title=title)


def reserved(actor: Actor, series: NumberSeries, day: date = NOVEMBER) -> str:
    return reserve_number(actor, drafted(actor), series, day=day).text


def test_numbers_follow_each_other_and_begin_anew_each_year(officer: Actor, series: NumberSeries) -> None:
    assert reserved(officer, series) == "007/KEMLU/LO/XI/2026"
    assert reserved(officer, series) == "008/KEMLU/LO/XI/2026"
    assert reserved(officer, series, JANUARY) == "007/KEMLU/LO/I/2027"


def test_series_without_the_year_counts_through(officer: Actor, head: Actor) -> None:
    through = keep_series(head, None, name="LS", pattern="LS-{number}")

    assert [reserved(officer, through), reserved(officer, through, JANUARY)] == ["LS-1", "LS-2"]


def test_failed_transaction_leaves_no_gap(officer: Actor, series: NumberSeries) -> None:
    with transaction.atomic():
        reserved(officer, series)
        transaction.set_rollback(True)

    assert reserved(officer, series) == "007/KEMLU/LO/XI/2026"


def test_void_number_stays_in_the_book_with_its_reason(officer: Actor, series: NumberSeries) -> None:
    number = reserve_number(officer, drafted(officer), series, day=NOVEMBER)
    with pytest.raises(Refused, match="Say why no letter bears this number"):
        void_number(officer, number, reason=" ")

    void_number(officer, number, reason="Surat ditarik")

    number.refresh_from_db()
    assert (number.state, number.reason) == ("void", "Surat ditarik")
    assert reserved(officer, series) == "008/KEMLU/LO/XI/2026"


def test_number_of_a_letter_that_has_left_is_not_voided(officer: Actor, series: NumberSeries) -> None:
    number = reserve_number(officer, drafted(officer), series, day=NOVEMBER)
    ReservedNumber.objects.filter(pk=number.pk).update(state="sent")

    with pytest.raises(Refused, match="A letter has left with the number 007/KEMLU/LO/XI/2026"):
        void_number(officer, number, reason="Salah")


def test_number_that_the_register_has_is_refused(officer: Actor, series: NumberSeries) -> None:
    Statement.objects.create(
        desk=officer.desk, state=Statement.State.SENT, title="Lama", number="007/KEMLU/LO/XI/2026"
    )

    with pytest.raises(Refused, match="The number 007/KEMLU/LO/XI/2026 is taken"):
        reserved(officer, series)
    assert ReservedNumber.objects.count() == 0


def test_series_out_of_use_gives_no_number_and_goes_on_later(
    officer: Actor, head: Actor, series: NumberSeries
) -> None:
    reserved(officer, series)
    retire_series(head, series)
    with pytest.raises(Refused, match="The series “Surat dinas” is out of use"):
        reserved(officer, series)

    bring_back_series(head, series)
    assert reserved(officer, series) == "008/KEMLU/LO/XI/2026"


def test_who_may(officer: Actor, drafter: Actor, reader: Actor, series: NumberSeries) -> None:
    number = reserve_number(drafter, drafted(drafter), series)
    for forbidden in (
        lambda: reserve_number(reader, drafted(officer), series),
        lambda: void_number(drafter, number, reason="Salah"),
        lambda: keep_series(officer, None, name="Lain", pattern="{number}"),
        lambda: retire_series(officer, series),
    ):
        with pytest.raises(PermissionDenied):
            forbidden()


def test_series_has_its_name_once(head: Actor, series: NumberSeries) -> None:
    with pytest.raises(Refused, match="A series of this name is there already"):
        keep_series(head, None, name="Surat dinas", pattern="{number}")


@pytest.mark.parametrize("fields", [{"state": "void"}, {"state": "lost"}, {"number": 7}])
def test_database_keeps_the_book(officer: Actor, series: NumberSeries, fields: dict[str, object]) -> None:
    reserve_number(officer, drafted(officer), series, day=NOVEMBER)
    last = reserve_number(officer, drafted(officer), series, day=NOVEMBER)

    with pytest.raises(IntegrityError), transaction.atomic():
        ReservedNumber.objects.filter(pk=last.pk).update(**fields)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_each_number_once(officer: Actor, series: NumberSeries) -> None:
    statements = [drafted(officer, f"Surat {number}") for number in range(PARALLEL * EACH)]
    together = threading.Barrier(PARALLEL)

    def reserve(mine: list[Statement]) -> None:
        together.wait()
        for statement in mine:
            reserve_number(officer, statement, series, day=NOVEMBER)
        connections.close_all()

    threads = [threading.Thread(target=reserve, args=(statements[at::PARALLEL],)) for at in range(PARALLEL)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = ReservedNumber.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(7, 7 + PARALLEL * EACH))


@pytest.mark.django_db(transaction=True)
def test_transaction_killed_with_its_process_leaves_no_gap(officer: Actor, series: NumberSeries) -> None:
    statement = drafted(officer)

    pid = _reserve_and_die(officer, statement, series)

    assert os.waitpid(pid, 0)[1] == signal.SIGKILL
    assert eventually(lambda: reserved(officer, series) == "007/KEMLU/LO/XI/2026", seconds=10)
    assert ReservedNumber.objects.count() == 1


def _reserve_and_die(actor: Actor, statement: Statement, series: NumberSeries) -> int:
    """A process that reserves a number and is killed before its transaction ends; its id."""

    def work() -> None:
        with transaction.atomic():
            reserve_number(actor, statement, series, day=NOVEMBER)
            os.kill(os.getpid(), signal.SIGKILL)

    return forked(work)
