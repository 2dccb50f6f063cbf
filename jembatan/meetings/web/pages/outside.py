"""The page of a meeting that a guest opens by their link: when, where, the agenda, and the papers that they may see.

Opening it changes nothing: programs that look through mail open every link.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.meetings.actions.invitations.limit import limit_of
from jembatan.meetings.models import Attendance
from jembatan.meetings.queries.guest_page.agenda import may_see, paper_for, points_for
from jembatan.meetings.queries.guest_page.link import PURPOSE, guest_behind, house_of, in_their_words
from jembatan.meetings.queries.online import join_host, join_link
from jembatan.meetings.queries.series import occurrence_at
from jembatan.meetings.queries.wording import when_text
from jembatan.platform.files.web.downloads import download
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page


@require_safe
@outside_page(PURPOSE)
def outside_meeting(request: HttpRequest, to: LinkTo) -> HttpResponseBase:
    """The page."""
    return _shown(request, to, lambda guest: _page(request, guest))


@require_safe
@outside_page(PURPOSE)
def outside_paper(request: HttpRequest, to: LinkTo, paper_id: int) -> HttpResponseBase:
    """One of its papers, never opened in place; another than those that are shown is not there."""
    return _shown(request, to, lambda guest: _paper(request, guest, paper_id))


def _shown(
    request: HttpRequest, to: LinkTo, show: Callable[[Attendance], HttpResponseBase]
) -> HttpResponseBase:
    guest = guest_behind(to)
    if guest is None:
        return render(request, "ui/link_unreadable.html", status=404)
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with in_their_words(guest, language=chosen if chosen in SUPPORTED else ""):
        if to.is_over or not may_see(limit_of(guest), guest.meeting.marking):
            ask = _("Please write to %(house)s if you would still like to know something about the meeting.")
            response: HttpResponseBase = link_over(request, ask=ask % {"house": house_of(guest.meeting)})
        else:
            response = show(guest)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _page(request: HttpRequest, guest: Attendance) -> HttpResponse:
    meeting = guest.meeting
    occurrence = occurrence_at(meeting, "")
    context = {
        "meeting": meeting,
        "house": house_of(meeting),
        "when": when_text(meeting, occurrence.starts_at, occurrence.ends_at),
        "join": join_link(meeting),
        "join_host": join_host(meeting),
        "points": points_for(guest, occurrence, limit_of(guest)),
        "token": request.resolver_match.kwargs["token"] if request.resolver_match else "",
    }
    return render(request, "meetings/outside.html", context)


def _paper(request: HttpRequest, guest: Attendance, paper_id: int) -> HttpResponseBase:
    paper = paper_for(guest, paper_id, limit_of(guest))
    if paper is None:
        return render(request, "ui/link_unreadable.html", status=404)
    return download(paper.file, name=paper.name)
