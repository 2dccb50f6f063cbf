"""Minutes before partners, for the desk: how they stand, how they go out, and the end of it."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.web.day_field import day_field
from jembatan.meetings.actions.circulation.agree import close_as_agreed
from jembatan.meetings.actions.circulation.circulate import Question, circulate
from jembatan.meetings.actions.circulation.receivers import receivers_of
from jembatan.meetings.models import Minutes, MinutesVersion
from jembatan.meetings.queries.circulation.content import Content, part_of
from jembatan.meetings.queries.circulation.document import when_of
from jembatan.meetings.queries.circulation.link import link_of
from jembatan.meetings.queries.circulation.standing import Standing, standing_of
from jembatan.meetings.web.found import minutes_or_404
from jembatan.meetings.web.pages.circulation.shown import shown_sections
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

END_OF_DAY = time(23, 59)
USUAL = timedelta(days=7)


class CirculationForm(forms.Form):
    """Until when, and what silence means; the receivers are ticked beside it."""

    answer_by = day_field(gettext_lazy("Answers until"))
    silence_agrees = forms.BooleanField(
        label=gettext_lazy("Silence until then counts as agreement"),
        required=False,
        help_text=gettext_lazy("The mail says so."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answer_by"].required = True


@desk_page
def circulation(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """GET: how it stands, and the form where a version may go out. POST: it goes out."""
    minutes = minutes_or_404(actor, minutes_id)
    if request.method != "POST":
        return _page(request, actor, minutes)
    require_officer(actor)
    form = CirculationForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["answer_by"]
        until = datetime.combine(day, END_OF_DAY, timezone.get_current_timezone())
        question = Question(
            emails=request.POST.getlist("email"),
            answer_by=until,
            silence_agrees=form.cleaned_data["silence_agrees"],
        )
        try:
            version = circulate(actor, minutes, question)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            told = _("Version %(number)s is on its way.") % {"number": version.number}
            toast(request, told)
            return _back(minutes)
    return _page(request, actor, minutes, form)


@require_POST
@desk_page
def circulation_closing(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """The minutes are agreed; there is no way back, so the form asks for a tick."""
    minutes = minutes_or_404(actor, minutes_id)
    require_officer(actor)
    if "sure" not in request.POST:
        toast(request, _("Tick that you mean it: it cannot be taken back."), tone="danger")
        return _back(minutes)
    try:
        close_as_agreed(actor, minutes)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    else:
        toast(request, _("The minutes are agreed."))
    return _back(minutes)


def _page(
    request: HttpRequest, actor: Actor, minutes: Minutes, form: CirculationForm | None = None
) -> HttpResponse:
    standing = standing_of(minutes)
    offers = minutes.is_open and actor.may_send
    ticked = set(request.POST.getlist("email")) if form else None
    proposed: dict[str, Any] = {"answer_by": timezone.localdate() + USUAL}
    if standing is not None:
        proposed["silence_agrees"] = standing.version.silence_agrees
    context = {
        "minutes": minutes,
        "standing": standing,
        "partners": _partners(standing) if standing else [],
        "sections": shown_sections(standing.version.content) if standing else [],
        "when": when_of(standing.version.content) if standing else "",
        "is_over": standing is not None and standing.version.answer_by <= timezone.now(),
        "form": (form or CirculationForm(initial=proposed)) if offers else None,
        "receivers": [
            (each, _is_ticked(each.email, each.why_not, ticked)) for each in receivers_of(actor, minutes)
        ]
        if offers
        else [],
        "addenda": _addenda(standing.version) if standing else [],
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "meetings/circulation/circulation.html", context, status=status)


def _is_ticked(email: str, why_not: str, ticked: set[str] | None) -> bool:
    """All who may be asked, to begin with."""
    return not why_not if ticked is None else email in ticked


def _partners(standing: Standing) -> list[dict[str, Any]]:
    version = standing.version
    return [
        {
            "asked": each,
            "partner": each.partner,
            "link": link_of(each.partner, version),
            "corrections": [(one, _part_told(one.version.content, one.part)) for one in each.corrections],
            "pledged": len(each.pledged),
        }
        for each in standing.asked
    ]


def _part_told(content: Content, key: str) -> str:
    """What the part says, or its title."""
    part = part_of(content, key)
    return "" if part is None else part.title or part.text


def _addenda(version: MinutesVersion) -> list[Any]:
    return list(version.entry.corrections.order_by("pk")) if version.entry else []


def _back(minutes: Minutes) -> HttpResponse:
    return redirect("meetings:circulation", minutes_id=minutes.pk)
