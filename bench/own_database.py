"""An empty database of its own for a benchmark: an embedded server in a temporary folder, gone with the block."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_database() -> Iterator[None]:
    """Django set up on a migrated, empty database; call it before any model is imported."""
    from jembatan.platform.postgres import open_database

    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
        home = Path(folder)
        with open_database(home) as lease:
            os.environ["JEMBATAN_HOME"] = folder
            os.environ["DATABASE_URL"] = lease.dsn
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
            _set_up()
            yield
            _close()


def _set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _close() -> None:
    from django.db import connections

    connections.close_all()
