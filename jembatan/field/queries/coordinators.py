"""Who coordinates a programme at the desk."""

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.field.models import AlarmTimes
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes


def coordinators(programme: Programme) -> list[User]:
    """Members of the desk who may send and see the programme."""
    members = [each for each in members_of(programme.desk) if each.user.is_active]
    actors = [Actor(desk=programme.desk, role=Role(each.role), user=each.user) for each in members]
    return [
        actor.user
        for actor in actors
        if actor.user and actor.may_send and visible_programmes(actor).filter(pk=programme.pk).exists()
    ]


def on_duty_at_desk(programme: Programme) -> list[User]:
    """Those whom the programme's alarms name; all, where they name nobody who still coordinates."""
    named = set(AlarmTimes.objects.filter(programme=programme).values_list("told", flat=True))
    all_of_them = coordinators(programme)
    return [user for user in all_of_them if user.pk in named] or all_of_them
