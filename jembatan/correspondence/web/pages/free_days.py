"""Settings → Working hours: days on which the desk is closed, and partners with an answering time of their own."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.settle import (
    add_day_off,
    remove_answering_time,
    remove_day_off,
    set_answering_time,
)
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models.clock import MOST_DAYS
from jembatan.correspondence.queries.clock.settled import answering_times_of, days_off_of
from jembatan.directory.models import Organisation
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field
from jembatan.platform.access import require_head
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.toasts import toast

DAYS = ("answer_days", "expected_days")


class DayOffForm(forms.Form):
    """A day, and what for."""

    day = DayInWords(label=gettext_lazy("Day"))
    name = forms.CharField(label=gettext_lazy("What for"), max_length=120, required=False)


class AnsweringTimeForm(forms.Form):
    """How soon we answer a partner, and they us."""

    organisation = party_field("organisations", gettext_lazy("Partner"))
    answer_days = forms.IntegerField(
        label=gettext_lazy("We answer within (working days)"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
    )
    expected_days = forms.IntegerField(
        label=gettext_lazy("They answer within (working days)"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
    )


@require_POST
@desk_page
def day_off(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Add one."""
    require_head(actor)
    form = DayOffForm(request.POST)
    if not form.is_valid():
        toast(request, _("Write a day."), tone="danger")
        return redirect("correspondence:clock")
    free = add_day_off(actor, form.cleaned_data["day"], name=form.cleaned_data["name"])
    toast(
        request,
        _("The desk is closed on %(day)s.") % {"day": day_text(free.day)},
        undo=reverse("correspondence:day_off_removal", args=[free.pk]),
    )
    return redirect("correspondence:clock")


@require_POST
@desk_page
def day_off_removal(request: HttpRequest, actor: Actor, day_off_id: int) -> HttpResponse:
    """Take it away; the toast brings it back."""
    free = get_object_or_404(days_off_of(actor), pk=day_off_id)
    day, name = free.day, free.name
    remove_day_off(actor, free)
    toast(
        request,
        _("The desk works on %(day)s.") % {"day": day_text(day)},
        undo=reverse("correspondence:day_off"),
        undo_fields={"day": day.isoformat(), "name": name},
    )
    return redirect("correspondence:clock")


@require_POST
@desk_page
def answering_time(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Set it for a partner."""
    require_head(actor)
    form = AnsweringTimeForm(request.POST)
    organisation = named(actor, Organisation, request.POST.get("organisation", ""))
    if organisation is None:
        toast(request, _("Choose an organisation of the directory."), tone="danger")
        return redirect("correspondence:clock")
    days = {name: form.cleaned_data.get(name) for name in DAYS} if form.is_valid() else dict.fromkeys(DAYS)
    try:
        own = set_answering_time(actor, organisation, **days)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(
            request,
            _("Another answering time counts for %(name)s.") % {"name": organisation},
            undo=reverse("correspondence:answering_time_removal", args=[own.pk]),
        )
    return redirect("correspondence:clock")


@require_POST
@desk_page
def answering_time_removal(request: HttpRequest, actor: Actor, time_id: int) -> HttpResponse:
    """Take it away; the toast brings it back."""
    own = get_object_or_404(answering_times_of(actor), pk=time_id)
    days = {"answer_days": own.answer_days, "expected_days": own.expected_days}
    fields = {name: "" if value is None else str(value) for name, value in days.items()}
    fields["organisation"] = own.organisation.name
    remove_answering_time(actor, own)
    toast(
        request,
        _("The usual answering time counts for %(name)s again.") % {"name": own.organisation},
        undo=reverse("correspondence:answering_time"),
        undo_fields=fields,
    )
    return redirect("correspondence:clock")
