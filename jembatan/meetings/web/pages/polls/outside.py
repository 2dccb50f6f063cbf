"""The page on which a guest says when they have time, by their link, on their own clock.

Opening it changes nothing: programs that look through mail open every link.
"""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.accounts.web.zones import ZONES
from jembatan.meetings.actions.polls.vote import LONGEST_COMMENT, LinkOver, is_open_to, vote
from jembatan.meetings.models import PollGuest, PollVote
from jembatan.meetings.queries.guest_page.link import link_for
from jembatan.meetings.queries.polls.link import PURPOSE, house_of, in_their_words
from jembatan.meetings.web.pages.polls.poll import said_in, slots_with_answers
from jembatan.meetings.web.pages.polls.wording import time_told
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page


@outside_page(PURPOSE)
def outside_poll(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the times, or what was decided. POST: the answers. `?zone=` shows another clock."""
    guest = (
        PollGuest.objects.select_related("poll__desk", "poll__meeting", "person", "organisation")
        .filter(pk=to.number)
        .first()
    )
    if guest is None:
        return render(request, "ui/link_unreadable.html", status=404)
    chosen, zone = request.COOKIES.get(LANGUAGE_COOKIE, ""), request.GET.get("zone", "")
    language = chosen if chosen in SUPPORTED else ""
    with in_their_words(guest, language=language, zone=zone if zone in ZONES else ""):
        response = _answered(request, to, guest)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _answered(request: HttpRequest, to: LinkTo, guest: PollGuest) -> HttpResponse:
    if not is_open_to(to, guest):
        return _over(request, to, guest)
    if _is_colleague(request, guest):
        return _page(request, guest, {"colleague": True}, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return _page(request, guest, {})
    try:
        vote(to, said_in(request), request.POST.get("comment", ""))
    except LinkOver:
        guest.poll.refresh_from_db()
        return _over(request, to, guest)
    except ValidationError as fault:
        return _page(request, guest, {"fault": " ".join(fault.messages)}, status=422)
    return redirect(request.get_full_path())


def _page(
    request: HttpRequest, guest: PollGuest, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    context |= {
        "guest": guest,
        "poll": guest.poll,
        "house": house_of(guest.poll),
        "times": slots_with_answers(guest),
        "choices": PollVote.Answer.choices,
        "zones": ZONES,
        "here": timezone.get_current_timezone_name(),
        "longest": LONGEST_COMMENT,
    }
    return render(request, "meetings/polls/outside.html", context, status=status)


def _over(request: HttpRequest, to: LinkTo, guest: PollGuest) -> HttpResponse:
    """What was decided, to whoever was asked by this link."""
    meeting = guest.poll.meeting
    if meeting is not None and not meeting.is_cancelled and not to.is_over and to.issue == guest.issue:
        told = time_told(meeting.starts_at, meeting.ends_at)
        context = {
            "guest": guest,
            "poll": guest.poll,
            "house": house_of(guest.poll),
            "decided": told,
            "agenda_page": link_for(meeting, guest.person or guest.organisation),
        }
        return render(request, "meetings/polls/outside.html", context)
    ask = _("Please write to %(house)s if you would still like to say something.") % {
        "house": house_of(guest.poll)
    }
    return link_over(request, ask=ask)


def _is_colleague(request: HttpRequest, guest: PollGuest) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else."""
    user = request.user
    return isinstance(user, User) and Membership.objects.filter(user=user, desk=guest.poll.desk_id).exists()
