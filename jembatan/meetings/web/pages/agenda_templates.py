"""Agendas to start from: kept from a meeting, and taken out in the settings."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.agenda_templates import (
    LONGEST_NAME,
    bring_back_template,
    keep_as_template,
    retire_template,
)
from jembatan.meetings.models import AgendaTemplate
from jembatan.meetings.queries.agenda_kinds import KINDS
from jembatan.meetings.queries.agenda_templates import agenda_templates
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class TemplateForm(forms.Form):
    """What kind of meeting it is."""

    name = forms.CharField(label=gettext_lazy("Kind of meeting"), max_length=LONGEST_NAME)


@desk_page
def agenda_template(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The agenda of a meeting, kept under a name."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    form = TemplateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_as_template(actor, meeting, form.cleaned_data["name"])
        except ValidationError as fault:
            form.add_error("name", fault.messages)
        else:
            undo = reverse("meetings:agenda_template_retirement", args=[kept.pk]) if actor.may_clear else ""
            toast(request, _("Meetings can start from %(name)s.") % {"name": kept}, undo=undo)
            return redirect(reverse("meetings:meeting", args=[meeting.pk]) + "#agenda")
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/agenda_template.html", context, status=422 if form.errors else 200)


@desk_page
def agenda_settings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that come with the house, and the desk's own."""
    require_head(actor)
    own = agenda_templates(actor).prefetch_related("points")
    return render(request, "meetings/agenda_settings.html", {"kinds": KINDS, "templates": own})


@require_POST
@desk_page
def agenda_template_retirement(request: HttpRequest, actor: Actor, agenda_template_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_head(actor)
    template = get_object_or_404(AgendaTemplate, pk=agenda_template_id, desk=actor.desk)
    retire_template(actor, template)
    undo = reverse("meetings:agenda_template_return", args=[template.pk])
    toast(request, _("%(name)s is offered no more.") % {"name": template}, undo=undo)
    return redirect("meetings:agenda_settings")


@require_POST
@desk_page
def agenda_template_return(request: HttpRequest, actor: Actor, agenda_template_id: int) -> HttpResponse:
    """The undo of a retirement."""
    require_head(actor)
    template = get_object_or_404(AgendaTemplate, pk=agenda_template_id, desk=actor.desk)
    try:
        bring_back_template(actor, template)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect("meetings:agenda_settings")
