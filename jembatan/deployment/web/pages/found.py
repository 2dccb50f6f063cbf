"""What an address names: 404 for those that the actor may not see, and for parts of another programme. Pages show times on the programme's clocks."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Roster
from jembatan.deployment.queries.visible import draft_of, roster_at_work, visible_rosters
from jembatan.programmes.models import Duty, Programme
from jembatan.programmes.queries.visible import visible_programmes


def on_clocks_of(programme: Programme) -> None:
    """For the rest of the request, whose own clocks are the desk's."""
    timezone.activate(ZoneInfo(programme.zone))


def programme_found(actor: Actor, programme_id: int) -> Programme:
    """Raises `Http404`."""
    found = get_object_or_404(visible_programmes(actor), pk=programme_id)
    on_clocks_of(found)
    return found


def roster_found(actor: Actor, roster_id: int) -> Roster:
    """Raises `Http404`."""
    found = get_object_or_404(visible_rosters(actor), pk=roster_id)
    on_clocks_of(found.programme)
    return found


def duty_found(roster: Roster, duty_id: int) -> Duty:
    """Raises `Http404`."""
    duties = Duty.objects.filter(programme=roster.programme_id, cancelled=False)
    return get_object_or_404(duties.select_related("delegation", "place", "post", "programme"), pk=duty_id)


def roster_shown(request: HttpRequest, programme: Programme) -> Roster | None:
    """The one at work, or with `?draft=yes` the draft; None while there is none."""
    draft = draft_of(programme) if request.GET.get("draft") else None
    if draft:
        draft.programme = programme
    return draft or roster_at_work(programme)
