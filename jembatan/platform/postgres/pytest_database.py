"""A pytest plugin: a throw-away PostgreSQL and home for the test run, shared by its workers, stopped with it.

Loaded by `-p` in pyproject.toml before Django reads its settings. `DATABASE_URL`, where set, is used instead of the server;
`JEMBATAN_TEST_HOME` names another folder than var/test, so that several runs can go side by side.
"""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from jembatan.platform.postgres import Lease, open_database

_lease: Lease | None = None


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """A wrapper, since those run before pytest-django sets Django up; xdist's workers inherit the addresses."""
    global _lease
    if not hasattr(early_config, "workerinput"):
        home = Path(os.environ.get("JEMBATAN_TEST_HOME") or early_config.rootpath / "var" / "test")
        os.environ["JEMBATAN_HOME"] = str(home)
        if not os.environ.get("DATABASE_URL"):
            _lease = open_database(home, fast=True)
            os.environ["DATABASE_URL"] = _lease.dsn
    return (yield)


def pytest_unconfigure() -> None:
    """The last thing of the run."""
    global _lease
    if _lease is not None:
        os.environ.pop("DATABASE_URL", None)
        _lease.close()
        _lease = None
