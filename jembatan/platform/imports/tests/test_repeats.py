"""The same broken item again: it waits once, the accounts balance, and the page says where."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from jembatan.platform.imports.actions.quarantine import dismiss, retry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import CannotImport, accounts, import_now
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.one_at_a_time import LOCK
from jembatan.platform.imports.queries.batches import holders_of
from jembatan.platform.imports.tests.letters import LettersImporter

type Write = Callable[..., Path]
type ClientOf = Callable[[Any], Client]
State = QuarantinedItem.State


@pytest.fixture
def twice(officer: Any, letters: LettersImporter, file: Write) -> tuple[Batch, Batch]:
    """The same file, imported two times."""
    path = file("alpha", "broken")
    return import_now(officer, [path]).batch, import_now(officer, [path]).batch


def states(*batches: Batch) -> list[list[str]]:
    return [list(batch.quarantine.order_by("id").values_list("state", flat=True)) for batch in batches]


def figures(batch: Batch) -> tuple[int, ...]:
    batch.refresh_from_db()
    return tuple(accounts(batch).values())


def test_what_waits_already_is_counted_and_does_not_wait_a_second_time(
    officer: Any, twice: tuple[Batch, Batch]
) -> None:
    first, second = twice

    assert states(first, second) == [[State.WAITING], [State.REPEATED]]
    assert figures(first) == figures(second) == (2, 1, 0, 0, 1)
    assert bytes(second.quarantine.get().raw) == b""
    repeated = second.quarantine.get()
    assert holders_of(officer, [repeated]) == {repeated.pk: first.quarantine.get()}


def test_the_same_twice_in_one_file_waits_once(officer: Any, letters: LettersImporter, file: Write) -> None:
    result = import_now(officer, [file("broken", "broken")])

    assert states(result.batch) == [[State.WAITING, State.REPEATED]]
    assert (figures(result.batch), len(result.problems)) == ((2, 0, 0, 0, 2), 2)
    letters.mended = True
    retry(officer, result.batch.quarantine.order_by("id")[0])
    assert figures(result.batch) == (2, 1, 0, 1, 0)


def test_the_problem_says_since_which_import_in_the_readers_language(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    first = import_now(officer, [file("broken")]).batch

    tried = import_now(officer, [file("broken")], dry_run=True)

    assert [each.reason for each in tried.problems] == [
        f"This letter is broken. It waits already, since import {first.pk} (a.letters)."
    ]
    with override("id"):
        assert f"impor {first.pk} (a.letters)" in tried.problems[0].reason


def test_a_mended_item_is_already_there_for_whoever_repeats_it(
    officer: Any, twice: tuple[Batch, Batch], letters: LettersImporter
) -> None:
    first, second = twice
    letters.mended = True

    assert retry(officer, first.quarantine.get())

    assert states(first, second) == [[State.FILED], [State.FILED]]
    assert (figures(first), figures(second)) == ((2, 2, 0, 0, 0), (2, 1, 0, 1, 0))


def test_what_repeats_another_is_not_tried_itself(
    officer: Any, twice: tuple[Batch, Batch], letters: LettersImporter
) -> None:
    letters.mended = True

    with pytest.raises(CannotImport):
        retry(officer, twice[1].quarantine.get())


def test_what_was_let_go_waits_when_it_comes_anew(
    officer: Any, twice: tuple[Batch, Batch], file: Write
) -> None:
    first, second = twice
    dismiss(officer, first.quarantine.get())

    third = import_now(officer, [file("broken")]).batch

    assert states(first, second, third) == [[State.DISMISSED], [State.REPEATED], [State.WAITING]]


def test_what_was_let_go_and_is_filed_settles_what_waits(
    officer: Any, twice: tuple[Batch, Batch], letters: LettersImporter, file: Write
) -> None:
    first, second = twice
    dismiss(officer, first.quarantine.get())
    third = import_now(officer, [file("broken")]).batch
    letters.mended = True

    assert retry(officer, first.quarantine.get())

    assert states(first, second, third) == [[State.FILED]] * 3
    assert figures(third) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize("let_go", [False, True])
def test_taking_the_first_import_back_hands_the_item_on_with_its_bytes(
    officer: Any, twice: tuple[Batch, Batch], letters: LettersImporter, let_go: bool
) -> None:
    first, second = twice
    if let_go:
        dismiss(officer, first.quarantine.get())

    roll_back(officer, first)

    assert states(first, second) == [[State.TAKEN_BACK], [State.DISMISSED if let_go else State.WAITING]]
    heir = second.quarantine.get()
    assert bytes(heir.raw) == b"broken"
    letters.mended = True
    assert retry(officer, heir)
    assert figures(second) == (2, 2, 0, 0, 0)


def test_taking_the_second_import_back_leaves_the_first(officer: Any, twice: tuple[Batch, Batch]) -> None:
    roll_back(officer, twice[1])

    assert states(*twice) == [[State.WAITING], [State.TAKEN_BACK]]


def test_after_both_are_taken_back_the_file_can_be_imported_again(
    officer: Any, twice: tuple[Batch, Batch], file: Write
) -> None:
    for batch in twice:
        roll_back(officer, batch)

    third = import_now(officer, [file("broken")]).batch

    assert states(*twice, third) == [[State.TAKEN_BACK], [State.TAKEN_BACK], [State.WAITING]]


def test_another_desk_has_its_own(officer: Any, stranger: Any, letters: LettersImporter, file: Write) -> None:
    path = file("broken")

    batches = [import_now(actor, [path]).batch for actor in (officer, stranger)]

    assert states(*batches) == [[State.WAITING], [State.WAITING]]


def test_empty_files_of_two_names_are_two_items(officer: Any, letters: LettersImporter, file: Write) -> None:
    batch = import_now(officer, [file(name="a.bin"), file(name="b.bin")]).batch

    assert states(batch) == [[State.WAITING, State.WAITING]]


def test_the_database_lets_the_same_content_wait_once(officer: Any, twice: tuple[Batch, Batch]) -> None:
    with pytest.raises(IntegrityError, match="quarantine_waits_once"), transaction.atomic():
        QuarantinedItem.objects.filter(batch=twice[1]).update(state=State.WAITING)


def test_of_what_was_set_aside_several_times_before_the_first_alone_waits(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    path = file("broken")
    batches = [import_now(officer, [path]).batch for _time in range(4)]
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX quarantine_waits_once")
    QuarantinedItem.objects.update(state=State.WAITING, raw=b"broken", digest=b"")
    Batch.objects.filter(pk=batches[0].pk).update(state=Batch.State.ROLLED_BACK)
    dismiss(officer, batches[3].quarantine.get())

    with connection.schema_editor() as editor:
        step = import_module("jembatan.platform.imports.migrations.0004_what_waits_already")
        step.first_alone_waits(None, editor)

    assert states(*batches) == [[State.TAKEN_BACK], [State.WAITING], [State.REPEATED], [State.DISMISSED]]
    assert {bytes(item.digest) for item in QuarantinedItem.objects.all()} == {sha256(b"broken").digest()}


@pytest.mark.django_db(transaction=True)
def test_of_two_imports_at_once_one_waits_for_the_other_and_repeats_it(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    path = file("broken")

    def import_beside() -> Batch:
        try:
            return import_now(officer, [path]).batch
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as beside:
        with transaction.atomic():
            first = import_now(officer, [path]).batch
            other = beside.submit(import_beside)
            with pytest.raises(TimeoutError):
                other.result(timeout=0.5)
        second = other.result(timeout=30)

    assert states(first, second) == [[State.WAITING], [State.REPEATED]]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("action", ["retry", "roll_back"])
def test_nobody_tries_an_item_or_takes_an_import_back_while_another_is_under_way(
    action: str,
    officer: Any,
    twice: tuple[Batch, Batch],
    letters: LettersImporter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jembatan.platform.imports.one_at_a_time.PATIENCE", "50ms")
    letters.mended = True
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        with pytest.raises(CannotImport, match="Another import is under way"):
            retry(officer, twice[0].quarantine.get()) if action == "retry" else roll_back(officer, twice[0])
    finally:
        other.close()

    assert states(*twice) == [[State.WAITING], [State.REPEATED]]


def test_the_pages_say_where_it_waits(officer: Any, client_of: ClientOf, twice: tuple[Batch, Batch]) -> None:
    client, (first, second) = client_of(officer), twice
    item = first.quarantine.get()
    address = reverse("imports:quarantine", args=[second.pk])

    told = client.get(reverse("imports:batch", args=[second.pk])).content.decode()
    page = client.get(address).content.decode()

    assert "1 item was set aside before; it does not wait a second time." in told
    assert f'href="{address}"' in told
    there = f"{reverse('imports:quarantine', args=[first.pk])}?after={item.pk - 1}"
    assert f'href="{there}#item-{item.pk}"' in page
    assert "Waits already" in page
    assert "imports/quarantine/" not in page  # neither an original nor another try of its own
    assert f'id="item-{item.pk}"' in client.get(there).content.decode()


def test_the_page_asks_the_database_as_often_for_three_repeats_as_for_one(
    officer: Any,
    client_of: ClientOf,
    letters: LettersImporter,
    file: Write,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(officer)
    import_now(officer, [file("broken")])
    one, three = (import_now(officer, [file(*["broken"] * number)]).batch for number in (1, 3))
    client.get(reverse("imports:quarantine", args=[one.pk]))

    asked = []
    for batch in (one, three):
        with django_assert_max_num_queries(20) as queries:
            client.get(reverse("imports:quarantine", args=[batch.pk]))
        asked.append(len(queries.captured_queries))

    assert asked[0] == asked[1]
