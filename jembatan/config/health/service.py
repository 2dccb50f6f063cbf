"""Parts that live in the database: the server, the schema, the desks, the worker and its jobs."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from jembatan.accounts.models import Desk
from jembatan.config.health.part import Part, attention, fine
from jembatan.platform.cli.schema import applied, fingerprint

SILENCE = timedelta(seconds=30)


def service_parts(*, embedded: bool) -> Iterator[Part]:
    """In the order in which they depend on each other; the last ones need the schema."""
    yield database(embedded=embedded)
    if applied() != fingerprint():
        yield attention(
            "schema",
            "not up to date",
            mend="The next start of the desk does it.",
        )
        return
    yield fine("schema", "up to date")
    yield desks()
    yield worker()
    yield jobs()


def database(*, embedded: bool) -> Part:
    """Which server answers, and how large our database is."""
    version, size = _row(
        "SELECT current_setting('server_version'), pg_size_pretty(pg_database_size(current_database()))"
    )
    where = "embedded" if embedded else "given by DATABASE_URL"
    return fine("database", f"PostgreSQL {version}, {where}, {size}")


def desks() -> Part:
    """An installation without a desk has not been started with `run` yet."""
    counted = Desk.objects.aggregate(desks=Count("id", distinct=True), members=Count("memberships"))
    if not counted["desks"]:
        return attention("desks", "none", mend="Start with: jembatan run")
    return fine("desks", f"{counted['desks']}, with {counted['members']} members")


def worker() -> Part:
    """A worker is alive while its heartbeat is fresh."""
    alive = ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - SILENCE).count()
    if not alive:
        return attention(
            "worker",
            "not running",
            mend="Start it with jembatan run or jembatan worker; until then jobs wait.",
        )
    return fine("worker", f"{alive} running")


def jobs() -> Part:
    """Jobs that wait, and jobs that failed for good."""
    counted = ProcrastinateJob.objects.aggregate(
        waiting=Count("id", filter=Q(status="todo")), failed=Count("id", filter=Q(status="failed"))
    )
    found = f"{counted['waiting']} waiting, {counted['failed']} failed"
    if counted["failed"]:
        return attention("jobs", found, mend="The worker's messages say why; jobs can be queued again.")
    return fine("jobs", found)


def _row(question: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row: tuple[Any, ...] = cursor.fetchone()
    return row
