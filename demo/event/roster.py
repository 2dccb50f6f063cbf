"""Who does what at the festival: a published roster, each seat by the best whom no rule refuses."""

from django.utils import timezone

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.deployment.actions.rosters import note_standing
from jembatan.deployment.models import Assignment, Roster
from jembatan.deployment.queries.instance import instance_of
from jembatan.programmes.models import Programme
from jembatan.rostering import instance as engine
from jembatan.rostering.rules.ranking import candidates
from jembatan.rostering.rules.roster import Roster as Plan


def publish(scene: Scene, programme: Programme) -> Roster:
    """What nobody can take stays open. It leaves no line in the journal."""
    head = scene.user(cast.HEAD.key)
    roster = Roster.objects.create(
        desk=scene.desk,
        programme=programme,
        version=1,
        state=Roster.State.PUBLISHED,
        made_by=head,
        published_by=head,
        published_at=timezone.now(),
    )
    plan = Plan(instance_of(programme))
    seats: list[tuple[engine.Assignment, int]] = []
    for duty in sorted(plan.instance.duties, key=lambda each: (-each.priority, each.start, each.id)):
        for seat in range(1, duty.officers + 1):
            free = [each for each in candidates(plan, duty.id) if not each.standby]
            if free:
                taken = engine.Assignment(duty.id, free[0].officer)
                plan.add(taken)
                seats.append((taken, seat))
    Assignment.objects.bulk_create(
        Assignment(
            desk=scene.desk,
            roster=roster,
            duty_id=taken.duty,
            officer_id=taken.officer,
            seat=seat,
            origin=Assignment.Origin.SOLVER,
        )
        for taken, seat in seats
    )
    roster.published_at = (
        timezone.now()
    )  # With everybody on their seats: what is changed by hand comes after.
    roster.save(update_fields=["published_at"])
    note_standing(roster)
    return roster
