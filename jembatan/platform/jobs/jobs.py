"""Jobs whose worker was killed are done again: every job here may run twice, since it calls an action that may."""

from datetime import UTC, datetime

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

SILENCE = 30


@app.periodic(cron="* * * * *", periodic_id="retry_stalled")
@app.task(queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Every minute: put jobs back whose worker has not been heard of for 30 seconds.

    One whose successor waits in the queue is not done again, since that one does its work; nor is an earlier run of this very
    job that was killed, since this one does.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        if job.id is None:
            continue
        if job.task_name == context.job.task_name or await _has_successor(manager, job):
            await manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=True)
        else:
            await manager.retry_job_by_id_async(job.id, retry_at=datetime.now(UTC))


async def _has_successor(manager: JobManager, job: Job) -> bool:
    """The queue takes no second job of a lock while one waits."""
    if job.queueing_lock is None:
        return False
    waiting = await manager.list_jobs_async(queueing_lock=job.queueing_lock, status=Status.TODO.value)
    return any(True for _ in waiting)
