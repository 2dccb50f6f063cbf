"""Jobs whose worker was killed are done again: every job here may run twice, since it calls an action that may."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *", periodic_id="retry_stalled")
@app.task(queueing_lock="retry_stalled", pass_context=False)
async def retry_stalled(timestamp: int) -> None:
    """Every minute: put jobs back whose worker has not been heard of for 30 seconds."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=30):
        if job.id is not None:
            await app.job_manager.retry_job_by_id_async(job.id, retry_at=datetime.now(UTC))
