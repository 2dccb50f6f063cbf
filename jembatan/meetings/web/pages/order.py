"""Those who take part in the order that the meeting follows: choose it, move somebody by hand, give a rank on the spot."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.precedence.ranks import give_rank
from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.actions.order import LONGEST_REASON, follow_table, leave_to_table, move_guest
from jembatan.meetings.models import Meeting, MeetingOrder, PlaceByHand
from jembatan.meetings.queries.order import Order, Standing, order_of, tables_for
from jembatan.meetings.queries.series import occurrence_at
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class PlaceForm(forms.Form):
    """Where somebody is to stand, and why."""

    place = forms.IntegerField(label=gettext_lazy("Place"), min_value=1, max_value=10_000)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=gettext_lazy("It stands beside the name, with yours."),
    )


@desk_page
def order(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The list with its reasons; `table` chooses an order of precedence, an empty one none."""
    meeting = meeting_or_404(actor, meeting_id)
    if request.method == "POST":
        require_writer(actor)
        number = record_number(request.POST.get("table", ""))
        chosen = get_object_or_404(tables_for(actor, meeting), pk=number) if number else None
        _follow(request, actor, meeting, chosen)
        return _back(meeting)
    occurrence = occurrence_at(meeting, request.GET.get("at", ""))
    context = {
        "meeting": meeting,
        "order": order_of(meeting, occurrence.starts_at),
        "tables": tables_for(actor, meeting),
    }
    return render(request, "meetings/order.html", context)


@desk_page
def place(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """Move by hand: `up` or `down` by one, or to the place that is typed, with a reason."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    standing = _standing_or_404(meeting, guest_id)
    posted = request.method == "POST"
    if posted and ({"up", "down"} & request.POST.keys()):
        _move(request, actor, standing, standing.place + (1 if "down" in request.POST else -1))
        return _back(meeting)
    initial = {"place": standing.place, "reason": standing.by_hand.reason if standing.by_hand else ""}
    form = PlaceForm(request.POST if posted else None, initial=initial)
    if posted and form.is_valid():
        _move(request, actor, standing, form.cleaned_data["place"], form.cleaned_data["reason"])
        return _back(meeting)
    context = {"meeting": meeting, "standing": standing, "form": form}
    return render(request, "meetings/place.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def place_removal(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """Where the table has them again, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    guests = meeting.attendances.select_related("by_hand")
    guest = get_object_or_404(guests, pk=guest_id)
    before: PlaceByHand | None = getattr(guest, "by_hand", None)
    leave_to_table(actor, guest)
    if before is not None:
        said = _("%(name)s stands where the order has them.") % {"name": guest}
        undo = reverse("meetings:place", args=[meeting.pk, guest.pk])
        toast(request, said, undo=undo, undo_fields=_fields(before))
    return _back(meeting)


@require_POST
@desk_page
def guest_rank(request: HttpRequest, actor: Actor, meeting_id: int, guest_id: int) -> HttpResponse:
    """The post that somebody holds on the day gets the `rank`, in the version of that day; an empty one leaves it to the order: the undo."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    found = _order_or_404(meeting)
    standing = _standing_or_404(meeting, guest_id)
    asked = request.POST.get("rank", "")
    rank = next((each for each in found.ranks if str(each.pk) == asked), None)
    if standing.position is None or found.version is None or (asked and rank is None):
        raise Http404
    before = found.version.by_hand.filter(position=standing.position).values_list("rank", flat=True).first()
    give_rank(actor, standing.position, rank, version=found.version)
    if rank is not None or before is not None:
        said = _("%(name)s stands where the order has them.") % {"name": standing.guest}
        if rank is not None:
            said = _("%(name)s has rank %(number)s.") % {"name": standing.guest, "number": rank.number}
        undo = reverse("meetings:guest_rank", args=[meeting.pk, standing.guest.pk])
        toast(request, said, undo=undo, undo_fields={"rank": str(before or "")})
    return _back(meeting)


def _follow(request: HttpRequest, actor: Actor, meeting: Meeting, table: PrecedenceTable | None) -> None:
    before = MeetingOrder.objects.select_related("table").filter(meeting=meeting).first()
    follow_table(actor, meeting, table)
    said = _("The meeting follows no order now.")
    if table is not None:
        said = _("The meeting follows this order now: %(name)s") % {"name": table}
    way_back = before is None or before.table.retired_at is None
    undo = reverse("meetings:order", args=[meeting.pk]) if way_back else ""
    toast(request, said, undo=undo, undo_fields={"table": str(before.table_id) if before else ""})


def _move(request: HttpRequest, actor: Actor, standing: Standing, to: int, reason: str | None = None) -> None:
    try:
        moved = move_guest(actor, standing.guest, place=to, reason=reason)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return
    args = [standing.guest.meeting_id, standing.guest.pk]
    if standing.by_hand is None:
        undo, fields = reverse("meetings:place_removal", args=args), {}
    else:
        undo, fields = reverse("meetings:place", args=args), _fields(standing.by_hand)
    said = {"name": standing.guest, "place": moved.place}
    toast(request, _("%(name)s stands at place %(place)s.") % said, undo=undo, undo_fields=fields)


def _fields(exception: PlaceByHand) -> dict[str, str]:
    return {"place": str(exception.place), "reason": exception.reason}


def _order_or_404(meeting: Meeting) -> Order:
    found = order_of(meeting, meeting.begins)
    if found is None:
        raise Http404
    return found


def _standing_or_404(meeting: Meeting, guest_id: int) -> Standing:
    for standing in _order_or_404(meeting).standings:
        if standing.guest.pk == guest_id:
            return standing
    raise Http404


def _back(meeting: Meeting) -> HttpResponse:
    return redirect("meetings:order", meeting_id=meeting.pk)
