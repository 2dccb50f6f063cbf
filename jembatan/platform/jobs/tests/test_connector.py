"""What a running job queues is part of its transaction."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction
from procrastinate.contrib.django import app

from jembatan.platform.jobs.connector import WorkerConnector
from jembatan.platform.search.jobs import learn_now

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_queued_by_a_job_whose_transaction_fails() -> None:
    seen: list[int] = []

    def job(waiting: Callable[[], int]) -> None:
        before = waiting()
        with transaction.atomic():
            learn_now.defer()
            transaction.set_rollback(True)
        seen.append(waiting() - before)

    in_worker(job)
    assert seen == [0]


def test_nobody_fetches_what_a_job_has_queued_before_its_transaction_ends() -> None:
    seen: list[int] = []

    def job(waiting: Callable[[], int]) -> None:
        before = waiting()
        with transaction.atomic():
            queued = learn_now.defer()
            seen.append(waiting() - before)
        seen.append(waiting() - before)
        app.job_manager.cancel_job_by_id(queued, delete_job=True)

    in_worker(job)
    assert seen == [0, 1]


def in_worker(job: Callable[[Callable[[], int]], None]) -> None:
    """Run it as a worker runs a job: in a thread, while the worker's own connector is open, by a loop beside that of a browser.

    The job is given a way to count the jobs that a worker could fetch at the moment.
    """

    async def work() -> None:
        loop = asyncio.get_running_loop()

        def waiting() -> int:
            found = asyncio.run_coroutine_threadsafe(app.job_manager.list_jobs_async(), loop)
            return len(list(found.result(20)))

        def run() -> None:
            try:
                job(waiting)
            finally:
                connections.close_all()

        async with app.open_async():
            await asyncio.to_thread(run)

    with app.replace_connector(WorkerConnector()), ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work()).result()
