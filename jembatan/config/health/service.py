"""Parts that live in the database: the server, the schema, the desks, the worker and its jobs, the stream of news, mail from servers."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from jembatan.accounts.models import Desk
from jembatan.config.health.part import Part, attention, fine
from jembatan.correspondence.importer.arriving import mailbox_name
from jembatan.correspondence.queries.incoming import watched_folders
from jembatan.correspondence.watching import watch
from jembatan.platform.cli.schema import applied, fingerprint
from jembatan.platform.live import serving

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
    yield live()
    yield mail()


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


def live() -> Part:
    """The stream of news is alive while its session is."""
    if not _sessions(serving.SESSION):
        return attention(
            "live",
            "not running",
            mend="Start it with jembatan run or jembatan live; until then open pages show news when they are loaded.",
        )
    return fine("live", "running")


def mail() -> Part:
    """The process that watches mailboxes on servers, and those that cannot be read."""
    folders = list(watched_folders())
    failing = [mailbox_name(folder) for folder in folders if folder.trouble]
    found = f"folders on servers: {len(folders)}, not read: {len(failing)}"
    if not folders:
        return fine("mail watch", "no mailbox on a server")
    if not _sessions(watch.SESSION):
        return attention(
            "mail watch",
            f"not running, {found}",
            mend="Start it with jembatan run or jembatan mail watch; until then no mail is fetched.",
        )
    if failing:
        mend = f"Settings, Receiving mail says what hinders: {', '.join(failing)}."
        return attention("mail watch", found, mend=mend)
    return fine("mail watch", found)


def _sessions(name: str) -> int:
    """How many processes of this name are connected to our database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s",
            [name],
        )
        count: int = cursor.fetchone()[0]
    return count


def _row(question: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row: tuple[Any, ...] = cursor.fetchone()
    return row
