"""The page on which a partner reads minutes by their link: agrees, corrects a part, confirms what is theirs to do.

Opening it changes nothing: programs that look through mail open every link.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.meetings.actions.circulation.answer import (
    LinkOver,
    agree,
    correct,
    is_good,
    is_theirs,
    partner_behind,
    pledge,
)
from jembatan.meetings.models import Action, Minutes, MinutesPartner, MinutesVersion
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.queries.circulation.content import ATTENDANCE, part_of
from jembatan.meetings.queries.circulation.document import when_of
from jembatan.meetings.queries.circulation.link import PURPOSE, house_of, in_their_words
from jembatan.meetings.queries.circulation.standing import latest_version
from jembatan.meetings.queries.guest_page.link import link_for
from jembatan.meetings.web.pages.circulation.shown import shown_sections
from jembatan.platform.links import LinkTo
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.outside import link_over, outside_page


@outside_page(PURPOSE)
def outside_minutes(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the minutes, and what was said of them. POST: `do` is agree, correct (`part`, `words`) or pledge (`action`)."""
    partner = partner_behind(to)
    version = latest_version(partner.minutes) if partner else None
    if partner is None or version is None:
        return render(request, "ui/link_unreadable.html", status=404)
    version.minutes = partner.minutes
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with in_their_words(partner, language=chosen if chosen in SUPPORTED else ""):
        response = _answered(request, to, partner, version)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _answered(
    request: HttpRequest, to: LinkTo, partner: MinutesPartner, version: MinutesVersion
) -> HttpResponse:
    if not is_good(to, partner):
        return _over(request, partner)
    if _is_colleague(request, partner):
        status = 403 if request.method == "POST" else 200
        return _page(request, partner, version, {"colleague": True}, status=status)
    if request.method != "POST":
        return _page(request, partner, version, {})
    try:
        place = _do(request, to)
    except LinkOver:
        return _over(request, partner)
    except ValidationError as fault:
        partner.refresh_from_db(fields=["agreed"])
        partner.minutes.refresh_from_db(fields=["state"])
        latest = latest_version(partner.minutes) or version
        latest.minutes = partner.minutes
        typed = {"part": request.POST.get("part", ""), "words": request.POST.get("words", "")}
        told = {"fault": " ".join(fault.messages), "typed": typed}
        return _page(request, partner, latest, told, status=422)
    return redirect(request.path + place)


def _do(request: HttpRequest, to: LinkTo) -> str:
    """Returns the place on the page that was spoken of."""
    number = record_number(request.POST.get("version", "")) or 0
    what, part = request.POST.get("do", ""), request.POST.get("part", "")
    if what == "agree":
        agree(to, number)
        return ""
    if what == "correct":
        correct(to, number, part, request.POST.get("words", ""))
        return f"#{part}"
    if what == "pledge":
        action_id = record_number(request.POST.get("action", "")) or 0
        pledge(to, number, action_id)
        return f"#action-{action_id}"
    raise ValidationError(_("Choose what you would like to say."))


def _page(
    request: HttpRequest,
    partner: MinutesPartner,
    version: MinutesVersion,
    told: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    minutes = partner.minutes
    corrections = partner.corrections.select_related("version").order_by("written_at", "pk")
    said: dict[str, list[Any]] = {}
    gone = []
    for each in corrections:
        if part_of(version.content, each.part) is None:
            gone.append(each)
        else:
            said.setdefault(each.part, []).append(each)
    asks = minutes.state == Minutes.State.CIRCULATED and "colleague" not in told
    context = told | {
        "partner": partner,
        "version": version,
        "content": version.content,
        "shown": _shown(partner, version, said),
        "attendance_said": said.get(ATTENDANCE, []),
        "when": when_of(version.content),
        "house": house_of(partner),
        "state": minutes.state,
        "asks": asks,
        "has_agreed": partner.agreed_id == version.pk,
        "waits": any(each.state == "open" for each in corrections),
        "gone": gone,
        "longest": LONGEST_WORDS,
        "agenda_page": link_for(minutes.meeting, partner.person or partner.organisation, email=partner.email),
    }
    return render(request, "meetings/circulation/outside.html", context, status=status)


def _shown(
    partner: MinutesPartner, version: MinutesVersion, said: dict[str, list[Any]]
) -> list[dict[str, Any]]:
    """Each part with what the partner has said of it, and whether an action is theirs."""
    actions = Action.objects.filter(meeting=partner.minutes.meeting_id)
    theirs = {each.pk for each in actions if is_theirs(each, partner)}
    pledged = set(partner.pledges.values_list("action_id", flat=True))
    sections = shown_sections(version.content, whole=True)
    for section in sections:
        section["said"] = said.get(section["key"], [])
        for each in section["outcomes"]:
            number = int(each["key"].rpartition("-")[2])
            is_action = each["kind"] == "action"
            each |= {
                "said": said.get(each["key"], []),
                "number": number,
                "theirs": is_action and number in theirs,
                "pledged": is_action and number in pledged,
            }
    return sections


def _over(request: HttpRequest, partner: MinutesPartner) -> HttpResponse:
    ask = _("Please write to %(house)s if you would still like to say something about the minutes.")
    return link_over(request, ask=ask % {"house": house_of(partner)})


def _is_colleague(request: HttpRequest, partner: MinutesPartner) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else."""
    user = request.user
    return isinstance(user, User) and Membership.objects.filter(user=user, desk=partner.desk_id).exists()
