"""Readers in processes of their own, also where the process that imports has a parent itself, as below `jembatan run`."""

import os
import time

import pytest

from jembatan.correspondence.formats.identity import identity
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.formats.workshop import FEW, Workshop
from jembatan.correspondence.tests.letters import letter
from jembatan.platform.processes import PARENT, PARENT_GLANCE


@pytest.mark.parametrize("below_run", [False, True])
def test_readers_stay_as_long_as_the_process_that_reads(
    monkeypatch: pytest.MonkeyPatch, below_run: bool
) -> None:
    """A reader took the parent of its parent for its own, and went at once: each message was set aside after a while."""
    if below_run:
        monkeypatch.setenv(PARENT, str(os.getppid()))
    letters = [letter(f"surat-{number}") for number in range(FEW + 1)]
    named = [(raw, identity(raw)) for raw in letters]
    with Workshop() as workshop:
        for _again in range(2):
            outcomes = workshop.outcomes(workshop.submit(named), named)
            assert {type(outcome) for outcome in outcomes} == {Reading}
            time.sleep(PARENT_GLANCE * 2)
        assert workshop._pool is not None
        assert not workshop._pool._broken
