"""What was agreed at earlier meetings with them and is still to be done."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.briefings.queries.request import BriefRequest
from jembatan.meetings.models import Action
from jembatan.meetings.queries.outcomes.carried import Carried, open_actions_for
from jembatan.meetings.queries.outcomes.standing import about_party, open_actions, sitting_of
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 20


def actions_open(request: BriefRequest) -> Sequence[Section]:
    """For a meeting, those that stand on its agenda; for an organisation, those with it. Nothing where none is open."""
    lines = tuple(_carried_line(request, each) for each in _carried(request)[:MOST])
    return [Section(_("Open actions"), lines)] if lines else []


def _carried(request: BriefRequest) -> list[Carried]:
    if request.meeting is not None:
        return open_actions_for(
            request.actor, sitting_of(request.meeting, occurrence_at(request.meeting, ""))
        )
    found: dict[int, Action] = {}
    for organisation in request.organisations:
        for action in open_actions(request.actor).filter(about_party(organisation))[:MOST]:
            found[action.pk] = action
    return [Carried(action, max((request.now - action.arose_at).days, 0), 0) for action in found.values()]


def _carried_line(request: BriefRequest, each: Carried) -> Line:
    action = each.action
    address = request.site + reverse("meetings:meeting", kwargs={"meeting_id": action.meeting_id})
    when = day_text(action.arose_at)
    age = ngettext("open for %(number)s day", "open for %(number)s days", each.days)
    facts = [
        str(action.owner or _("nobody yet")),
        _("due %(day)s") % {"day": day_text(action.due)} if action.due else "",
        age % {"number": each.days},
        _past(each.carried),
    ]
    return Line(
        action.text,
        label=_("Ours") if action.ours else _("Theirs"),
        detail=" · ".join(fact for fact in facts if fact),
        sources=(Source(_("Meeting"), str(action.meeting), when, address),),
        marking=Marking(action.meeting.marking),
    )


def _past(number: int) -> str:
    if not number:
        return ""
    told = ngettext("carried past %(number)s meeting", "carried past %(number)s meetings", number)
    return told % {"number": number}
