"""A job whose worker was killed is done again; one whose worker lives is left to it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.sync import async_to_sync
from django.db import DEFAULT_DB_ALIAS, connection, connections
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job

from jembatan.platform.jobs.jobs import retry_stalled

TASK = "jembatan.platform.jobs.jobs.retry_stalled"

pytestmark = pytest.mark.django_db


def test_job_of_a_silent_worker_is_queued_again() -> None:
    job = take_job("some.task", silent_for=31)
    clean_up()
    assert status_of(job) == "todo"


def test_job_of_a_living_worker_is_left_alone() -> None:
    job = take_job("some.task", silent_for=5)
    clean_up()
    assert status_of(job) == "doing"


def test_killed_clean_up_is_dropped_since_the_next_one_does_its_work() -> None:
    job = take_job(TASK, silent_for=31)
    clean_up()
    assert status_of(job) is None


def test_job_whose_successor_waits_is_dropped_and_the_others_are_put_back() -> None:
    killed, other = take_job("some.task", silent_for=31, lock="some"), take_job("other.task", silent_for=31)
    app.configure_task("some.task", queueing_lock="some").defer()
    clean_up()
    assert (status_of(killed), status_of(other)) == (None, "todo")


def clean_up() -> None:
    """One run of the job, as a worker would call it: in a thread without an event loop, which a browser test leaves behind."""
    own = Job(id=0, queue="default", lock=None, queueing_lock=None, task_name=TASK)
    context = JobContext(app=app, job=own, start_timestamp=0, abort_reason=lambda: None)
    shared = connections[DEFAULT_DB_ALIAS]

    def run() -> None:
        connections[DEFAULT_DB_ALIAS] = shared
        async_to_sync(retry_stalled.func)(context, timestamp=0)

    shared.inc_thread_sharing()
    try:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(run).result()
    finally:
        shared.dec_thread_sharing()


def take_job(task: str, *, silent_for: int, lock: str | None = None) -> int:
    """A job that a worker was doing when last heard of, that many seconds ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH worker AS (INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id)"
            " INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, status, worker_id)"
            " SELECT 'default', %s, %s, 'doing', id FROM worker RETURNING id",
            [silent_for, task, lock],
        )
        job: int = cursor.fetchone()[0]
    return job


def status_of(job: int) -> str | None:
    """Its state in the queue; None once it is gone."""
    return ProcrastinateJob.objects.filter(pk=job).values_list("status", flat=True).first()
