"""A poll: what has been said of each time, who has not answered, and its end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.polls.ask import ask_again
from jembatan.meetings.actions.polls.settle import call_off, decide, open_again
from jembatan.meetings.actions.polls.vote import vote_for
from jembatan.meetings.models import Poll, PollGuest, PollVote
from jembatan.meetings.queries.polls.link import link_of
from jembatan.meetings.queries.polls.standing import (
    Judged,
    guests_of,
    judged,
    open_polls,
    visible_polls,
)
from jembatan.meetings.web.double_booking import ask_to_allow
from jembatan.meetings.web.pages.polls.wording import elsewhere_told, time_told
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def polls(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that wait for a decision."""
    return render(request, "meetings/polls/polls.html", {"polls": open_polls(actor)})


@desk_page
def poll(request: HttpRequest, actor: Actor, poll_id: int) -> HttpResponse:
    """The times, the best first, and the guests."""
    found = poll_or_404(actor, poll_id)
    guests = guests_of(found)
    for guest in guests:
        guest.poll = found
    zones = [guest.zone for guest in guests]
    context = {
        "poll": found,
        "times": [_told(each, guests, zones) for each in judged(found, guests)],
        "guests": [{"guest": guest, "link": link_of(guest) if found.is_open else ""} for guest in guests],
        "waiting": sum(guest.answered_at is None for guest in guests),
    }
    return render(request, "meetings/polls/poll.html", context)


@desk_page
def answers(request: HttpRequest, actor: Actor, poll_id: int, poll_guest_id: int) -> HttpResponse:
    """What a guest has said in another way, written down for them."""
    require_writer(actor)
    found = poll_or_404(actor, poll_id)
    guest = _guest_or_404(found, poll_guest_id)
    context: dict[str, Any] = {"poll": found, "guest": guest, "choices": PollVote.Answer.choices}
    if request.method == "POST":
        try:
            vote_for(actor, guest, said_in(request))
        except ValidationError as fault:
            context["fault"] = " ".join(fault.messages)
        else:
            return redirect("meetings:poll", poll_id=found.pk)
    context["times"] = slots_with_answers(guest)
    return render(request, "meetings/polls/answers.html", context, status=422 if "fault" in context else 200)


@require_POST
@desk_page
def decision(request: HttpRequest, actor: Actor, poll_id: int) -> HttpResponse:
    """The time that `slot` names is taken; where one of ours has been taken meanwhile, a page asks first."""
    found = poll_or_404(actor, poll_id)
    slot = record_number(request.POST.get("slot", ""))
    if slot is None or not found.slots.filter(pk=slot).exists():
        raise Http404
    try:
        meeting = decide(actor, found, slot, allowed="allowed" in request.POST)
    except DoubleBooked as fault:
        return ask_to_allow(request, fault, back=reverse("meetings:poll", args=[found.pk]))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages))
        return redirect("meetings:poll", poll_id=found.pk)
    toast(request, _("The meeting is in the calendar."))
    return redirect("meetings:meeting", meeting_id=meeting.pk)


@require_POST
@desk_page
def calling_off(request: HttpRequest, actor: Actor, poll_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    found = poll_or_404(actor, poll_id)
    try:
        call_off(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages))
    else:
        toast(
            request, _("Nobody is asked any more."), undo=reverse("meetings:poll_reopening", args=[found.pk])
        )
    return redirect("meetings:poll", poll_id=found.pk)


@require_POST
@desk_page
def reopening(request: HttpRequest, actor: Actor, poll_id: int) -> HttpResponse:
    """The undo of calling off."""
    found = poll_or_404(actor, poll_id)
    open_again(actor, found)
    return redirect("meetings:poll", poll_id=found.pk)


@require_POST
@desk_page
def asking(request: HttpRequest, actor: Actor, poll_id: int, poll_guest_id: int) -> HttpResponse:
    """The link once more."""
    guest = _guest_or_404(poll_or_404(actor, poll_id), poll_guest_id)
    try:
        ask_again(actor, guest)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages))
    else:
        toast(request, _("%(name)s has been asked again.") % {"name": guest})
    return redirect("meetings:poll", poll_id=poll_id)


def poll_or_404(actor: Actor, poll_id: int) -> Poll:
    """A poll of another desk or of a restricted dossier is not found."""
    found = (
        visible_polls(actor)
        .select_related("desk", "dossier", "made_by", "meeting")
        .filter(pk=poll_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def _guest_or_404(poll: Poll, guest_id: int) -> PollGuest:
    guest = poll.guests.select_related("person").filter(pk=guest_id).first()
    if guest is None:
        raise Http404
    guest.poll = poll
    return guest


def said_in(request: HttpRequest) -> dict[int, str]:
    """The answers of a form, by slot: its fields are called `slot-<number>`."""
    found = {}
    for name, answer in request.POST.items():
        number = record_number(name.removeprefix("slot-")) if name.startswith("slot-") else None
        if number is not None:
            found[number] = str(answer)
    return found


def slots_with_answers(guest: PollGuest) -> list[dict[str, Any]]:
    """Every time, in order, on the clock of the current zone, with what the guest has said of it."""
    said = dict(PollVote.objects.filter(guest=guest).values_list("slot", "answer"))
    return [
        {"slot": slot, "told": time_told(slot.starts_at, slot.ends_at), "said": said.get(slot.pk, "")}
        for slot in guest.poll.slots.order_by("starts_at")
    ]


def _told(each: Judged, guests: list[PollGuest], zones: list[str]) -> dict[str, Any]:
    names = {
        answer: [guest.name for guest, said in zip(guests, each.answers, strict=True) if said == answer]
        for answer in (*PollVote.Answer.values, "")
    }
    return {
        "judged": each,
        "told": time_told(each.slot.starts_at, each.slot.ends_at),
        "elsewhere": elsewhere_told(each.slot.starts_at, each.slot.ends_at, zones),
        "yes": names[PollVote.Answer.YES],
        "maybe": names[PollVote.Answer.MAYBE],
        "no": names[PollVote.Answer.NO],
        "silent": names[""],
    }
