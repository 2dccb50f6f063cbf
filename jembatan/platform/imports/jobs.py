"""Imports that outlive a request."""

from procrastinate.contrib.django import app

from jembatan.platform.imports.models import Batch


@app.task(name="imports.work_off", queue="imports")
def work_off(*, batch_id: int, dry_run: bool) -> None:
    """Run a planned import, or try it."""
    from jembatan.platform.imports.actions.start import work

    batch = Batch.objects.select_related("user", "desk").filter(pk=batch_id).first()
    if batch is not None:
        work(batch, dry_run=dry_run)
