"""`h`: not now. A signal leaves the desk's list until a moment."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import moment_text
from jembatan.platform.ui.toasts import toast
from jembatan.radar.actions.settle import put_off, wake
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.web.found import page_before, signal_or_404

MORNING = time(8)


@desk_page
def snoozing(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """GET: moments to choose from; POST: `until` is one of them."""
    require_writer(actor)
    found, page = signal_or_404(actor, signal_id), page_before(request)
    if request.method != "POST":
        choices = _choices(timezone.localtime())
        context = {"signal": found, "sentence": explained(found), "choices": choices, "next": page}
        return render(request, "radar/snooze.html", context)
    try:
        put = put_off(actor, found, until=_moment(request.POST.get("until", "")))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect(page)
    told = _("Snoozed until %(moment)s, for the whole desk.")
    moment = moment_text(put.snoozed_until) if put.snoozed_until else ""
    undo = reverse("radar:waking", args=[found.pk])
    toast(request, told % {"moment": moment}, undo=undo, undo_fields={"next": page})
    return redirect(page)


@require_POST
@desk_page
def waking(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """Back at once."""
    wake(actor, signal_or_404(actor, signal_id))
    return redirect(page_before(request))


def _choices(now: datetime) -> list[tuple[str, datetime]]:
    """Mornings; a signal is nothing of an hour."""

    def in_days(days: int) -> datetime:
        return datetime.combine(now.date() + timedelta(days=days), MORNING, now.tzinfo)

    return [
        (_("Tomorrow morning"), in_days(1)),
        (_("Monday morning"), in_days(7 - now.weekday())),
        (_("In two weeks"), in_days(14)),
        (_("In a month"), in_days(30)),
    ]


def _moment(text: str) -> datetime:
    """Raises `ValidationError` for what is none."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise ValidationError(_("Choose one of the moments."))
    return moment
