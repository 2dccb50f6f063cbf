"""The seats of a meeting: a plan by the shape of the table, seats changed by keys or by dragging, and what is printed of it."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.seating import make_plan, seat_behind, seat_guest, take_seat_away
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
_PRINTERS: dict[str, Printer] = {"plan": printed_plan, "cards": printed_cards}


@desk_page
def seating(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The plan, with the seats in a list; `shape` makes one anew. `?picked=` is who is about to change seats."""
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
    """At the `place`, `behind` somebody, or where a place is free."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    plan, guest = _plan_or_404(meeting), get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    try:
        if (behind := record_number(request.POST.get("behind", ""))) is not None:
            seat_behind(actor, plan, guest, get_object_or_404(Attendance, pk=behind, meeting=meeting))
        else:
            seat_guest(actor, plan, guest, request.POST.get("place", ""))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return _back(meeting)


@require_POST
@desk_page
def seat_removal(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    plan, guest = _plan_or_404(meeting), get_object_or_404(Attendance, pk=guest_id, meeting=meeting)
    before = plan.seats.filter(guest=guest).first()
    take_seat_away(actor, plan, guest)
    if before is not None:
        fields = {"place": before.place or ""} if before.place else {"behind": str(before.behind_id)}
        undo = reverse("meetings:seat", args=[meeting.pk, guest.pk])
        toast(request, _("%(name)s has no seat now.") % {"name": guest}, undo=undo, undo_fields=fields)
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
    kept = _kept(before)
    try:
        make_plan(
            actor, meeting, shape, seats=_seats(request.POST["seats"]) if "seats" in request.POST else None
        )
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return _back(meeting)
    if before is not None:
        undo = reverse("meetings:seating", args=[meeting.pk])
        fields = {"shape": before.shape, "seats": kept}
        toast(request, _("The seats are given anew."), undo=undo, undo_fields=fields)
    return _back(meeting)


def _kept(plan: SeatingPlan | None) -> str:
    """ "g1:12 h1:15", as `_seats` reads it."""
    if plan is None:
        return ""
    rows = plan.seats.filter(place__isnull=False).values_list("place", "guest")
    return " ".join(f"{place}:{guest}" for place, guest in rows)


def _seats(text: str) -> dict[str, int]:
    """Words that are no seat are left out."""
    pairs = (word.partition(":") for word in text.split())
    return {place: number for place, _sign, guest in pairs if (number := record_number(guest)) is not None}


def _plan_or_404(meeting: Meeting) -> SeatingPlan:
    return get_object_or_404(SeatingPlan.objects.select_related("meeting"), meeting=meeting)


def _back(meeting: Meeting) -> HttpResponse:
    return redirect("meetings:seating", meeting_id=meeting.pk)
