"""Work of deployment that outlives a request. It may run twice."""

from procrastinate.contrib.django import app

from jembatan.deployment.models import Solving


@app.task(name="deployment.solve_roster", queue="rosters")
def solve_roster(*, solving_id: int) -> None:
    """Make a roster."""
    from jembatan.deployment.actions.solving import work

    solving = (
        Solving.objects.select_related("roster__programme__desk", "roster__desk")
        .filter(pk=solving_id)
        .first()
    )
    if solving is not None:
        work(solving)
