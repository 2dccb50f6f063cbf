"""`jembatan doctor` names each part, its state and how to mend it, also where parts are missing."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jembatan.config.health.installation import home, key
from jembatan.config.health.part import State
from jembatan.config.tests.desk_process import JEMBATAN, outside_environment
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres.tests.owners import eventually, is_stopped


@pytest.fixture
def place() -> Iterator[Path]:
    """The home of an installation that has not been started yet."""
    with tempfile.TemporaryDirectory(prefix="jembatan-") as folder:
        place = Path(folder).resolve()
        yield place
        if (place / "postgres").exists():
            assert eventually(lambda: is_stopped(place))


def test_doctor_of_a_new_installation_finds_nothing_broken(place: Path) -> None:
    status, answer = doctor(place)
    states = {part["part"]: part["state"] for part in answer["parts"]}
    assert (status, answer["healthy"]) == (0, True)
    assert list(states) == [
        "Python",
        "PostgreSQL's programs",
        "home",
        "signing key",
        "files",
        "pages",
        "translations",
        "database",
        "schema",
    ]
    assert (states["database"], states["schema"]) == ("fine", "attention")
    assert all(part["mend"] for part in answer["parts"] if part["state"] != "fine")


def test_doctor_names_what_is_broken_and_exits_with_1(place: Path) -> None:
    status, answer = doctor(place, JEMBATAN_POSTGRES_BIN=str(place))
    broken = [part for part in answer["parts"] if part["state"] == "broken"]
    assert (status, answer["healthy"]) == (1, False)
    assert broken == [
        {
            "part": "PostgreSQL's programs",
            "state": "broken",
            "found": "none",
            "mend": f"JEMBATAN_POSTGRES_BIN is {place}, where no working PostgreSQL programs are.",
        }
    ]


def test_doctor_reports_a_given_database_that_does_not_answer(place: Path) -> None:
    status, answer = doctor(place, DATABASE_URL=f"postgresql:///jembatan?host={place}")
    last = answer["parts"][-1]
    assert (status, last["part"], last["state"]) == (1, "database", "broken")
    assert last["mend"] == "Start that server, or correct DATABASE_URL."


def test_key_that_others_may_read_wants_attention(place: Path) -> None:
    path = place / "secret.key"
    path.write_text("secret")
    path.chmod(0o644)
    assert (key(path).state, key(path).mend) == (State.ATTENTION, f"Run: chmod 600 {path}")
    path.chmod(0o600)
    assert key(path).state == State.FINE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_home_that_cannot_be_written_is_broken(place: Path) -> None:
    place.chmod(0o500)
    assert home(place).state == State.BROKEN
    place.chmod(0o700)


def doctor(place: Path, **environment: str) -> tuple[int, Any]:
    """Exit status and answer of one examination."""
    done = subprocess.run(
        [JEMBATAN, "doctor", "--json"],
        env={**outside_environment(place), **environment},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)
