"""Plans and runs: the same plan tried and committed, balanced accounts, and nothing half-done."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from jembatan.platform.events import listen
from jembatan.platform.imports.actions.plan import plan
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import CannotImport, accounts, import_now, run
from jembatan.platform.imports.events import BatchCommitted
from jembatan.platform.imports.models import Batch, QuarantinedItem, Upload
from jembatan.platform.imports.tests.letters import LettersImporter

type Write = Callable[..., Path]


def test_a_dry_run_and_the_run_count_the_same_by_the_same_plan(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    batch = plan(officer, [file("alpha", "same", "broken")])

    tried = run(officer, batch, dry_run=True)
    batch.refresh_from_db()
    assert (batch.state, batch.read, batch.quarantine.count()) == (Batch.State.PLANNED, 0, 0)
    done = run(officer, batch)

    assert accounts(tried.batch) == accounts(done.batch)
    assert accounts(done.batch) == {"read": 3, "filed": 1, "updated": 0, "duplicates": 1, "quarantined": 1}
    assert letters.plans[0] == letters.plans[1]


def test_a_batch_is_run_once(officer: Any, letters: LettersImporter, file: Write) -> None:
    batch = import_now(officer, [file("alpha")]).batch

    with pytest.raises(CannotImport):
        run(officer, batch)


def test_a_dry_run_from_the_command_line_leaves_not_even_a_plan(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    document = import_now(officer, [file("alpha", "broken")], dry_run=True).as_json()

    assert (document["batch"], document["read"], document["quarantined"]) == (None, 2, 1)
    assert Batch.objects.count() == Upload.objects.count() == QuarantinedItem.objects.count() == 0


def test_a_crash_in_the_middle_leaves_nothing(officer: Any, letters: LettersImporter, file: Write) -> None:
    with pytest.raises(RuntimeError):
        import_now(officer, [file("alpha", "broken", "crash", "beta")])

    assert Batch.objects.count() == QuarantinedItem.objects.count() == 0


def test_files_that_nobody_knows_and_empty_files_are_accounted_for(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    known, strange, empty = file("alpha"), file("what", name="b.bin"), file(name="c.letters")

    document = import_now(officer, [known, strange, empty]).as_json()

    assert (document["read"], document["filed"], document["quarantined"]) == (3, 1, 2)
    assert [problem["source"] for problem in document["problems"]] == [str(strange), str(empty)]
    assert bytes(QuarantinedItem.objects.get(source=str(strange)).raw) == b"what"


def test_a_missing_path_is_refused_with_a_sentence(
    officer: Any, letters: LettersImporter, tmp_path: Path
) -> None:
    with pytest.raises(CannotImport) as refusal:
        import_now(officer, [tmp_path / "nowhere"])

    assert str(tmp_path / "nowhere") in str(refusal.value)


def test_a_commit_is_announced_and_a_dry_run_is_not(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    heard: list[int] = []
    listen(BatchCommitted, lambda event: heard.append(event.batch.pk))
    batch = plan(officer, [file("alpha")])

    run(officer, batch, dry_run=True)
    assert heard == []
    run(officer, batch)

    assert heard == [batch.pk]


@pytest.mark.parametrize("who", ["drafter", "reader"])
def test_who_may_not_import_is_refused(
    who: str, request: pytest.FixtureRequest, officer: Any, letters: LettersImporter, file: Write
) -> None:
    actor = request.getfixturevalue(who)
    batch = plan(officer, [file("alpha")])

    with pytest.raises(PermissionDenied):
        plan(actor, [file("alpha")])
    with pytest.raises(PermissionDenied):
        run(actor, batch)


def test_another_desk_cannot_run_a_batch(
    officer: Any, stranger: Any, letters: LettersImporter, file: Write
) -> None:
    batch = plan(officer, [file("alpha")])

    with pytest.raises(Batch.DoesNotExist):
        run(stranger, batch)


def test_an_import_is_taken_back_within_thirty_days_and_not_later(
    officer: Any, letters: LettersImporter, file: Write
) -> None:
    batch = import_now(officer, [file("alpha")]).batch
    ended = Batch.objects.filter(pk=batch.pk)

    ended.update(finished_at=timezone.now() - timedelta(days=30, minutes=1))
    with pytest.raises(CannotImport, match="within 30 days"):
        roll_back(officer, batch)
    ended.update(finished_at=timezone.now() - timedelta(days=29, hours=23))

    assert roll_back(officer, batch).removed == 1
