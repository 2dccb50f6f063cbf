"""What the pages of a meeting, of the minutes and of all open actions have in common about outcomes."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Action, AgendaItem, Decision, Meeting
from jembatan.meetings.queries.outcomes.carried import Carried, open_actions_for
from jembatan.meetings.queries.outcomes.standing import (
    Sitting,
    actions_at,
    decisions_at,
    sitting_of,
    visible_actions,
    visible_decisions,
)
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.returning import came_from


@dataclass(frozen=True, slots=True)
class ShownOutcomes:
    """Of one sitting: what was decided, who does what, what is open from before; `today` says what is overdue."""

    decisions: list[Decision]
    actions: list[Action]
    carried: list[Carried]
    sitting: Sitting
    today: date

    def of_point(self, item: AgendaItem | None) -> "ShownOutcomes":
        """What belongs to one point of the agenda, or to none."""
        pk = item.pk if item else None
        return ShownOutcomes(
            [each for each in self.decisions if each.agenda_item_id == pk],
            [each for each in self.actions if each.agenda_item_id == pk],
            [],
            self.sitting,
            self.today,
        )


def shown_outcomes(actor: Actor, sitting: Sitting, *, carried: bool = True) -> ShownOutcomes:
    """Two queries; with what is `carried` from before two more, and three more where there is anything."""
    before = open_actions_for(actor, sitting) if carried and not sitting.meeting.is_cancelled else []
    decisions, actions = decisions_at(actor, sitting), actions_at(actor, sitting)
    return ShownOutcomes(decisions, actions, before, sitting, timezone.localdate())


def asked_sitting(request: HttpRequest, meeting: Meeting) -> Sitting:
    """The one that the form names by `at`."""
    return sitting_of(meeting, occurrence_at(meeting, request.POST.get("at", "")))


def asked_item(request: HttpRequest, meeting: Meeting) -> AgendaItem | None:
    """The point that the form names, if any."""
    number = record_number(request.POST.get("agenda_item", ""))
    return meeting.agenda.filter(pk=number).first() if number is not None else None


def action_or_404(actor: Actor, meeting: Meeting, action_id: int) -> Action:
    """An action of this meeting, one that was taken out, too."""
    return _found(visible_actions(actor).filter(pk=action_id, meeting=meeting).first())


def decision_or_404(actor: Actor, meeting: Meeting, decision_id: int) -> Decision:
    """A decision of this meeting, one that was taken out, too."""
    return _found(visible_decisions(actor).filter(pk=decision_id, meeting=meeting).first())


def page_before(request: HttpRequest, meeting: Meeting) -> str:
    """Where the form was shown: the meeting, its minutes or the list of all actions."""
    return came_from(request, default=reverse("meetings:meeting", args=[meeting.pk]))


def back(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """There again, at what was written."""
    return redirect(page_before(request, meeting) + "#outcomes")


def _found[Row: (Action, Decision)](row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
