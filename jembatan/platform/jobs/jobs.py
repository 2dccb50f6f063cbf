"""Jobs whose worker was killed are done again: every job here may run twice, since it calls an action that may."""

from datetime import UTC, datetime

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

SILENCE = 30


@app.periodic(cron="* * * * *", periodic_id="retry_stalled")
@app.task(queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Every minute: put jobs back whose worker has not been heard of for 30 seconds.

    An earlier run of this very job that was killed is not done again, since this one does its work.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        if job.id is None:
            continue
        if job.task_name == context.job.task_name:
            await manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=True)
        else:
            await manager.retry_job_by_id_async(job.id, retry_at=datetime.now(UTC))
