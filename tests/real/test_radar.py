"""The radar over a real table of statements: whatever nobody has begun to answer waits, and nothing else."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.platform.imports.actions.run import import_now
from jembatan.radar.actions.watch import watch
from jembatan.radar.models import Signal

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "statements"

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason=f"there is no real table of statements in {CORPORA}"
)


def test_requests_that_wait_are_found(officer: Actor) -> None:
    import_now(officer, [CORPORA])
    watch(officer.desk)
    told = Signal.objects.filter(rule="unanswered").values_list("told__name", flat=True)
    numbers = {name.split(" ")[0] for name in told}
    assert len(numbers) == 12
    assert {"S2-2302174", "S2-2302192"} <= numbers
    assert "S2-2302183" not in numbers
