"""Actions agreed in meetings that were open at a moment."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models import Action
from jembatan.meetings.queries.outcomes.standing import BEGAN, about_party, visible_actions
from jembatan.platform.markings import Marking
from jembatan.platform.ui.addresses import record_address
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.standing.item import Item
from jembatan.reports.queries.subject import Ground


def actions_open(actor: Actor, subject: Ground, at: datetime, *, ours: bool) -> list[Item]:
    """Agreed before `at`, and neither done nor dropped by then."""
    still = Q(state=Action.State.OPEN) | Q(closed_at__gte=at)
    found = visible_actions(actor).alias(began=BEGAN)
    found = found.filter(still, _about(subject), position__isnull=False, ours=ours, began__lt=at)
    return [
        Item(
            kind=_("Action"),
            text=each.text,
            address=record_address("meetings:meeting", each.meeting_id),
            who=str(each.owner or _("nobody yet")),
            partner=str(each.meeting),
            due=each.due,
            since=each.arose_at,
            marking=Marking(each.meeting.marking),
        )
        for each in found.distinct()
    ]


def _about(subject: Ground) -> Q:
    match subject:
        case Organisation():
            return about_party(subject)
        case Dossier():
            return Q(meeting__dossier=subject)
        case User():
            return Q(member=subject)
        case Portfolio():
            return Q(meeting__dossier__in=subject.dossiers.values("pk"))
    return Q()
