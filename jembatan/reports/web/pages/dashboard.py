"""How the desk stands today, on one page."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.guard import desk_page
from jembatan.reports.queries.dashboard.answers import answers_of
from jembatan.reports.queries.dashboard.promises import keeping_of
from jembatan.reports.queries.dashboard.relations import relations_of
from jembatan.reports.queries.dashboard.workload import workload_of

HOURS_UNTIL_DAYS = 48


@desk_page
def dashboard(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Relations with their reasons, answering times, promises both ways, workload."""
    now = timezone.now()
    context = {
        "relations": relations_of(actor, now),
        "answers": [
            {"answers": each, "median": taken(each.median), "most": taken(each.most)}
            for each in answers_of(actor, now)
        ],
        "keeping": keeping_of(actor, now),
        "workload": workload_of(actor, now),
    }
    return render(request, "reports/dashboard.html", context)


def taken(time: timedelta) -> str:
    """ "3 hours", "5 days"; less than an hour in minutes."""
    minutes = round(time.total_seconds() / 60)
    if minutes < 60:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = round(minutes / 60)
    if hours < HOURS_UNTIL_DAYS:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = round(hours / 24)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
