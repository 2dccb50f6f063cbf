"""The seats of a meeting: a plan by the shape of the table, seats changed by keys or by dragging, and what is printed of it."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.seating import (
    KeptSeats,
    make_plan,
    restore_seats,
    seat_behind,
    seat_guest,
    take_seat_away,
)
from jembatan.meetings.models import Attendance, Meeting, SeatingPlan
from jembatan.meetings.queries.printed.seating import printed_cards, printed_plan
from jembatan.meetings.queries.seating import seating_of
from jembatan.meetings.queries.series import occurrence_at
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.pages.printing import language_of
from jembatan.platform.access import require_writer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

type Printer = Callable[..., tuple[str, bytes]]
BEHIND = "behind"
_PRINTERS: dict[str, Printer] = {"plan": printed_plan, "cards": printed_cards}


@desk_page
def seating(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The plan, with the seats in a list; `shape` makes one anew, with `seats` the one before. `?picked=` is who is about to change seats."""
    meeting = meeting_or_404(actor, meeting_id)
    if request.method == "POST":
        return _make(request, actor, meeting)
    found = seating_of(meeting, occurrence_at(meeting, request.GET.get("at", "")).starts_at)
    number = record_number(request.GET.get("picked", ""))
    picked = meeting.attendances.filter(pk=number).first() if number and actor.may_write else None
    context = {"meeting": meeting, "seating": found, "shapes": SeatingPlan.Shape.choices, "picked": picked}
    return render(request, "meetings/seating.html", context)


@require_POST
@desk_page
def seat(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """At the `place`, `behind` somebody, or where a place is free; with the way back in the toast."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    plan, guest = _plan_or_404(meeting), get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    before = _undo_fields(plan)
    try:
        if (behind := record_number(request.POST.get("behind", ""))) is not None:
            seat_behind(actor, plan, guest, get_object_or_404(Attendance, pk=behind, meeting=meeting))
        else:
            seat_guest(actor, plan, guest, request.POST.get("place", ""))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        _told(request, meeting, _("%(name)s has another seat.") % {"name": guest}, before)
    return _back(meeting)


@require_POST
@desk_page
def seat_removal(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    plan, guest = _plan_or_404(meeting), get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    before = _undo_fields(plan)
    take_seat_away(actor, plan, guest)
    _told(request, meeting, _("%(name)s has no seat now.") % {"name": guest}, before)
    return _back(meeting)


@desk_page
def printed_seating(request: HttpRequest, actor: Actor, meeting_id: int, what: str) -> HttpResponse:
    """The `plan`, or the `cards` for the table, as PDF."""
    meeting = meeting_or_404(actor, meeting_id)
    _plan_or_404(meeting)
    if what not in _PRINTERS:
        raise Http404
    language, at = language_of(request), request.GET.get("at", "")
    title, content = _PRINTERS[what](actor, meeting, at=at, language=language)
    return download(content, name=file_name(title, "pdf"))


def _make(request: HttpRequest, actor: Actor, meeting: Meeting) -> HttpResponse:
    require_writer(actor)
    shape = request.POST.get("shape", "")
    if shape not in SeatingPlan.Shape.values:
        raise Http404
    before = SeatingPlan.objects.filter(meeting=meeting).first()
    fields = _undo_fields(before) if before else None
    try:
        if "seats" in request.POST:
            restore_seats(actor, meeting, _kept(shape, request.POST["seats"]))
        else:
            make_plan(actor, meeting, shape)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return _back(meeting)
    if fields is not None:
        _told(request, meeting, _("The seats are given anew."), fields)
    return _back(meeting)


def _told(request: HttpRequest, meeting: Meeting, said: str, before: dict[str, str]) -> None:
    toast(request, said, undo=reverse("meetings:seating", args=[meeting.pk]), undo_fields=before)


def _undo_fields(plan: SeatingPlan) -> dict[str, str]:
    """The shape, and "g1:12 h1:15 behind12:31" as `_kept` reads it: 31 sits behind 12."""
    rows = plan.seats.values_list("place", "behind", "guest")
    words = (f"{place or f'{BEHIND}{behind}'}:{guest}" for place, behind, guest in rows)
    return {"shape": plan.shape, "seats": " ".join(words)}


def _kept(shape: str, text: str) -> KeptSeats:
    """Words that are no seat are left out."""
    places: dict[str, int] = {}
    behind: dict[int, int] = {}
    for word in text.split():
        where, _sign, who = word.partition(":")
        guest, speaker = record_number(who), record_number(where.removeprefix(BEHIND))
        if guest is None:
            continue
        if not where.startswith(BEHIND):
            places[where] = guest
        elif speaker is not None:
            behind[speaker] = guest
    return KeptSeats(shape=shape, places=places, behind=behind)


def _plan_or_404(meeting: Meeting) -> SeatingPlan:
    return get_object_or_404(SeatingPlan.objects.select_related("meeting"), meeting=meeting)


def _back(meeting: Meeting) -> HttpResponse:
    return redirect("meetings:seating", meeting_id=meeting.pk)
