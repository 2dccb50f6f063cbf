"""What they have promised us, and we them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.visible import open_commitments
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 20


def promises_both_ways(request: BriefRequest) -> Sequence[Section]:
    """What is open with them, what is due first first. Nothing where nothing is."""
    found = open_commitments(request.actor).filter(organisation__in=request.organisations)[:MOST]
    lines = tuple(promise_line(request, each) for each in found)
    return [Section(_("Promises both ways"), lines)] if lines else []


def promise_line(request: BriefRequest, promise: Commitment) -> Line:
    """Who owes it by when, with the sentence that says so."""
    address = request.site + reverse("commitments:promise", args=[promise.pk])
    late = promise.is_late(today_at(request.actor.desk, request.now))
    day = {"day": day_text(promise.due)} if promise.due else None
    due = (_("overdue since %(day)s") if late else _("due %(day)s")) % day if day else ""
    facts = [
        str(promise.owes or (_("the desk") if promise.is_ours else _("somebody"))),
        due,
        "" if promise.grade == Commitment.Grade.WILL else promise.get_grade_display(),
        f"“{promise.evidence}”" if promise.evidence and promise.evidence != promise.what else "",
    ]
    return Line(
        promise.what,
        label=_("Ours") if promise.is_ours else _("Theirs"),
        detail=" · ".join(fact for fact in facts if fact),
        sources=(Source(_("Promise"), promise.what, day_text(promise.made_at), address),),
        marking=Marking(promise.marking),
    )
