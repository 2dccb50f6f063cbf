"""Times for interviews: offered by the desk, taken by applicants."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.signing import BadSignature, Signer
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.recruitment.actions.interviews import Gone, offer_times, put_back, withdraw_time
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Call, InterviewSlot
from jembatan.recruitment.queries.visible import visible_slots
from jembatan.recruitment.web.forms import TimesForm
from jembatan.recruitment.web.pages.found import call_found

PAGE = 100
_signer = Signer(salt="jembatan interview time", sep="~")


@desk_page
def interviews(request: DeskRequest, actor: Actor, call_id: int) -> HttpResponse:
    """GET: those of `?which=`, from `?from=` on, and the form. POST: more of them."""
    require_officer(actor)
    call = call_found(actor, call_id)
    with timezone.override(ZoneInfo(call.programme.zone)):
        users = {str(member.user_id): member.user for member in members_of(actor.desk)}
        own = str(actor.user.pk) if actor.user else ""
        form = TimesForm(request.POST or None, initial={"interviewer": own})
        offer(form, "interviewer", [(pk, user.full_name) for pk, user in users.items()])
        if request.method == "POST" and form.is_valid():
            asked = form.cleaned_data
            try:
                offer_times(
                    actor,
                    call,
                    users[asked["interviewer"]],
                    asked["first"],
                    minutes=asked["minutes"],
                    count=asked["count"],
                    place=asked["place"],
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect("recruitment:interviews", call_id=call.pk)
        context = {"call": call, "programme": call.programme, "form": form, **_shown(request, actor, call)}
        part = "#rows" if request.htmx and request.GET.get("from") else ""
        status = 422 if form.errors else 200
        return render(request, f"recruitment/interviews.html{part}", context, status=status)


@require_POST
@desk_page
def time_removal(request: HttpRequest, actor: Actor, call_id: int, slot_id: int) -> HttpResponse:
    """Nobody can choose it any more."""
    require_officer(actor)
    call = call_found(actor, call_id)
    slot = get_object_or_404(visible_slots(actor), call=call, pk=slot_id)
    try:
        gone = withdraw_time(actor, slot)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = _("This time is not offered any more.")
        if gone.slot.application is not None:
            told = _("A letter tells %(name)s.") % {"name": gone.slot.application}
        undo = reverse("recruitment:time_return", args=[call.pk])
        toast(request, told, undo=undo, undo_fields={"slot": _signer.sign_object(_kept(gone))})
    return redirect("recruitment:interviews", call_id=call.pk)


@require_POST
@desk_page
def time_return(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`slot` says what was removed a moment ago."""
    require_officer(actor)
    call = call_found(actor, call_id)
    try:
        put_back(actor, _read(call, _signer.unsign_object(request.POST.get("slot", ""))))
    except BadSignature:
        toast(request, _("There is no time to bring back."), tone="danger")
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("This time is offered again."), tone="info")
    return redirect("recruitment:interviews", call_id=call.pk)


def _shown(request: HttpRequest, actor: Actor, call: Call) -> dict[str, object]:
    """Those ahead, those of them that nobody has taken, or those that have been; a page of them, and how many there are of each."""
    now = timezone.now()
    ahead = Q(during__endswith__gt=now)
    kinds = {"ahead": ahead, "free": ahead & Q(application=None), "been": ~ahead}
    which = request.GET.get("which", "")
    which = which if which in kinds else "ahead"
    begin = min(record_number(request.GET.get("from", "")) or 0, 10**6)
    slots = visible_slots(actor).filter(call=call)
    counts = slots.aggregate(**{kind: Count("pk", filter=chosen) for kind, chosen in kinds.items()})
    order = ("-during", "-pk") if which == "been" else ("during", "pk")
    rows = list(slots.filter(kinds[which]).order_by(*order)[begin : begin + PAGE + 1])
    words = {
        "ahead": pgettext("interview", "ahead"),
        "free": pgettext("time", "free"),
        "been": pgettext("interview", "over"),
    }
    return {
        "now": now,
        "which": which,
        "kinds": [(kind, words[kind], counts[kind]) for kind in kinds],
        "slots": rows[:PAGE],
        "more_url": f"?which={which}&from={begin + PAGE}" if len(rows) > PAGE else "",
    }


def _kept(gone: Gone) -> dict[str, Any]:
    slot = gone.slot
    begin, end = slot.during.lower.isoformat(), slot.during.upper.isoformat()
    kept = {"pk": slot.pk, "interviewer": slot.interviewer_id, "application": slot.application_id}
    return {**kept, "begin": begin, "end": end, "place": slot.place, "letter": gone.letter}


def _read(call: Call, kept: dict[str, Any]) -> Gone:
    during = DateTimeTZRange(*(datetime.fromisoformat(kept[name]) for name in ("begin", "end")))
    slot = InterviewSlot(
        pk=kept["pk"],
        call=call,
        interviewer=get_object_or_404(User, pk=kept["interviewer"]),
        application_id=kept["application"],
        during=during,
        place=kept["place"],
    )
    return Gone(slot, kept["letter"])
