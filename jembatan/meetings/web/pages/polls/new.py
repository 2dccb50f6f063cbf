"""Finding a time: who and when, then the times that suit, then the question to those whom one cannot look into."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.meetings.actions.polls.ask import Asked, ask_for_times
from jembatan.meetings.models import Poll
from jembatan.meetings.queries.polls.candidates import candidates, zone_of
from jembatan.meetings.web.pages.polls.form import OwnTimeForm, PollForm
from jembatan.meetings.web.pages.polls.wording import against_told, elsewhere_told, time_told
from jembatan.meetings.web.parties import (
    KIND_OF,
    ask_for_more,
    chosen_parties,
    offer_to_create,
    unknown_names,
)
from jembatan.platform.access import require_officer
from jembatan.platform.dates.common_time import Slot
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

TICKED = 4


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: the form. POST: `find` shows times, `ask` makes the poll of those that are ticked."""
    require_officer(actor)
    if request.method != "POST":
        return _page(request, PollForm(actor, initial=_initial(request, actor)))
    if "more" in request.POST:
        return _page(request, _with_more(request, actor))
    form, own = PollForm(actor, request.POST), OwnTimeForm(request.POST)
    if "create" in request.POST:
        offer_to_create(form, unknown_names(actor, {name: request.POST.getlist(name) for name in KIND_OF}))
    if not (form.is_valid() and own.is_valid()):
        return _page(request, form, own=own, status=422)
    if "ask" in request.POST:
        poll = _ask(request, actor, form, own)
        if poll is not None:
            by_mail = form.cleaned_data["by_mail"]
            toast(
                request,
                _("Everybody who has an e-mail address is being asked.")
                if by_mail
                else _("The poll is ready: pass the links on."),
            )
            return redirect("meetings:poll", poll_id=poll.pk)
    return _with_times(request, actor, form, own)


def _with_times(request: HttpRequest, actor: Actor, form: PollForm, own: OwnTimeForm) -> HttpResponse:
    parties = _parties(actor, form)
    if form.errors:
        return _page(request, form, own=own, status=422)
    users = list(form.cleaned_data["users"])
    found = candidates(
        actor,
        form.wish(),
        users=users,
        parties=parties,
        now=timezone.now(),
        language=get_language() or "id",
    )
    zones = {zone_of(actor, party) for party in parties}
    again = set(request.POST.getlist("start"))
    context = {"times": [_told(slot, at, zones, again) for at, slot in enumerate(found)], "found": True}
    return _page(request, form, own=own, context=context, status=422 if form.errors else 200)


def _told(slot: Slot, at: int, zones: set[str], again: set[str]) -> dict[str, Any]:
    value = slot.starts_at.isoformat()
    return {
        "value": value,
        "told": time_told(slot.starts_at, slot.ends_at),
        "elsewhere": elsewhere_told(slot.starts_at, slot.ends_at, sorted(zones)),
        "against": [against_told(each) for each in slot.hindrances],
        "ticked": value in again if again else at < TICKED,
    }


@transaction.atomic
def _parties(actor: Actor, form: PollForm) -> list[Person | Organisation]:
    """Those that are named; new records of an unfinished poll stay, as the editor has ticked it."""
    return chosen_parties(actor, form)


@transaction.atomic
def _ask(request: HttpRequest, actor: Actor, form: PollForm, own: OwnTimeForm) -> Poll | None:
    """None, with the reason in the form, where it cannot be made."""
    data = form.cleaned_data
    parties = chosen_parties(actor, form)
    starts = [*_starts(request), *([own.cleaned_data["own"]] if own.cleaned_data["own"] else [])]
    if form.errors:
        transaction.set_rollback(True)
        return None
    try:
        return ask_for_times(
            actor,
            Asked(
                title=data["title"],
                minutes=int(data["minutes"]),
                starts=starts,
                zone=timezone.get_current_timezone_name(),
                answer_by=form.answers_until(),
                parties=parties,
                users=list(data["users"]),
                location=data["location"],
                dossier=data["dossier"],
                marking=Marking(data["marking"]),
                by_mail=data["by_mail"],
            ),
        )
    except ValidationError as fault:
        transaction.set_rollback(True)
        form.add_error(None, fault.messages)
        return None


def _starts(request: HttpRequest) -> list[datetime]:
    """The ticked times; what is no time is left out."""
    found = []
    for text in request.POST.getlist("start"):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        if moment.utcoffset() is not None and abs(moment - timezone.now()) < timedelta(days=400):
            found.append(moment)
    return found


def _initial(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    for name, parties in (("organisation", visible_organisations(actor)), ("person", visible_people(actor))):
        number = record_number(request.GET.get(name, ""))
        if number and (party := parties.filter(pk=number).first()):
            initial[name] = [f"{party} #{party.pk}"]
    return initial


def _with_more(request: HttpRequest, actor: Actor) -> PollForm:
    """The form as it was typed so far, nothing judged, with one more line for a party."""
    typed: dict[str, Any] = request.POST.dict() | {
        name: request.POST.getlist(name) for name in (*KIND_OF, "users")
    }
    form = PollForm(actor, initial=typed)
    ask_for_more(form, request.POST["more"])
    return form


def _page(
    request: HttpRequest,
    form: PollForm,
    *,
    own: forms.Form | None = None,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    told = {"form": form, "own": own or OwnTimeForm(), **(context or {})}
    return render(request, "meetings/polls/new.html", told, status=status)
