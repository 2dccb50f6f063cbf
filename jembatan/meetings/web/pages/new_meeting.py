"""A new meeting: title, when in words or by the picker, where, with whom, about which dossier."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.meetings.actions.online import make_link
from jembatan.meetings.actions.plan_meeting import plan_meeting
from jembatan.meetings.formats.repeating import Every
from jembatan.meetings.models import Meeting
from jembatan.meetings.web.double_booking import offer_to_allow
from jembatan.meetings.web.meeting_form import MeetingForm
from jembatan.meetings.web.parties import (
    KIND_OF,
    ask_for_more,
    chosen_parties,
    offer_to_create,
    unknown_names,
)
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, opened at `?day=` and with `?organisation=` or `?person=`; and its saving."""
    require_writer(actor)
    if request.method != "POST":
        return _page(request, MeetingForm(actor, initial=_initial(request, actor)))
    if "more" in request.POST:
        return _page(request, _with_more(request, actor))
    form = MeetingForm(actor, request.POST)
    if "create" in request.POST:
        typed = {name: request.POST.getlist(name) for name in KIND_OF}
        offer_to_create(form, unknown_names(actor, typed))
    meeting = _save(actor, form) if form.is_valid() else None
    if meeting is None:
        return _page(request, form, status=422)
    toast(
        request,
        _("The meeting is in the calendar."),
        undo=reverse("meetings:cancellation", args=[meeting.pk]),
    )
    return redirect("meetings:meeting", meeting_id=meeting.pk)


@transaction.atomic
def _save(actor: Actor, form: MeetingForm) -> Meeting | None:
    data = dict(form.cleaned_data)
    parties = chosen_parties(actor, form)
    if form.errors:
        transaction.set_rollback(True)
        return None
    try:
        meeting = plan_meeting(
            actor,
            data["title"],
            times=data["times"],
            zone=timezone.get_current_timezone_name(),
            location=data["location"],
            description=data["description"],
            parties=parties,
            dossier=data["dossier"],
            marking=Marking(data["marking"]),
            room=data.get("room"),
            every=Every(data["every"]) if data["every"] else None,
            last=data["last"],
            allowed=data["allowed"],
        )
        return make_link(actor, meeting, version=meeting.version) if data.get("online") else meeting
    except ValidationError as fault:
        transaction.set_rollback(True)
        offer_to_allow(form, fault)
        form.add_error(None, fault.messages)
        return None


def _initial(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        day = None
    if day and day >= timezone.localdate():
        initial["starts"] = datetime.combine(day, time(10))
    for name, parties in (("organisation", visible_organisations(actor)), ("person", visible_people(actor))):
        number = record_number(request.GET.get(name, ""))
        if number and (party := parties.filter(pk=number).first()):
            initial[name] = [f"{party} #{party.pk}"]
    return initial


def _with_more(request: HttpRequest, actor: Actor) -> MeetingForm:
    """The form as it was typed so far, nothing judged, with one more line for a party."""
    typed = request.POST.dict() | {name: request.POST.getlist(name) for name in KIND_OF}
    form = MeetingForm(actor, initial=typed)
    ask_for_more(form, request.POST["more"])
    return form


def _page(request: HttpRequest, form: MeetingForm, *, status: int = 200) -> HttpResponse:
    return render(request, "meetings/new.html", {"form": form}, status=status)
