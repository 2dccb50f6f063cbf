"""A pytest plugin: a throw-away PostgreSQL for the test run, shared by its workers, stopped with it.

Loaded by `-p` in pyproject.toml before Django reads its settings. `DATABASE_URL`, where set, is used instead.
"""

import os
from pathlib import Path

import pytest

from jembatan.platform.postgres import Lease, open_database

_lease: Lease | None = None


def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Runs before pytest-django sets Django up; xdist's workers inherit the address."""
    global _lease
    if os.environ.get("DATABASE_URL") or hasattr(early_config, "workerinput"):
        return
    _lease = open_database(Path(early_config.rootpath) / "var" / "test", fast=True)
    os.environ["DATABASE_URL"] = _lease.dsn


def pytest_unconfigure() -> None:
    """The last thing of the run."""
    global _lease
    if _lease is not None:
        os.environ.pop("DATABASE_URL", None)
        _lease.close()
        _lease = None
