"""Meeting online: the desk's template of links, and the link of a meeting."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.change_meeting import ChangedMeanwhile, change_meeting
from jembatan.meetings.actions.online import make_link, set_link_template
from jembatan.meetings.formats.joining import LONGEST_LINK
from jembatan.meetings.formats.link_template import LONGEST_TEMPLATE, BadTemplate
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.online import example_of, fault_text, link_template
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class TemplateForm(forms.Form):
    """How links are made; without one they are pasted."""

    template = forms.CharField(
        label=gettext_lazy("Template of links"),
        required=False,
        max_length=LONGEST_TEMPLATE,
        help_text=gettext_lazy("For instance: https://meet.example/{slug}-{secret}"),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )


class LinkForm(forms.Form):
    """A link pasted by hand, or none. `version` is the meeting's as it was read."""

    link = forms.CharField(
        label=gettext_lazy("Link to join"),
        required=False,
        max_length=LONGEST_LINK,
        help_text=gettext_lazy("Begins with https://. Leave it empty for a meeting that is not online."),
        widget=forms.URLInput({"autocomplete": "off"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


@desk_page
def online_settings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The template; `try` shows a link that it would make, and saves nothing."""
    require_head(actor)
    now = link_template(actor)
    form = TemplateForm(request.POST if request.method == "POST" else None, initial={"template": now})
    example = ""
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["template"]
        try:
            if "try" in request.POST:
                example = example_of(actor, typed)
            else:
                set_link_template(actor, typed)
                undo = {"template": now}
                toast(
                    request,
                    _("The template is saved."),
                    undo=reverse("meetings:online_settings"),
                    undo_fields=undo,
                )
                return redirect("meetings:online_settings")
        except BadTemplate as bad:
            form.add_error("template", fault_text(bad))
        except ValidationError as fault:
            form.add_error("template", fault.messages)
    elif now:
        example = example_of(actor, now)
    context = {"form": form, "example": example}
    return render(request, "meetings/online_settings.html", context, status=422 if form.errors else 200)


@desk_page
def online(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """`make` a link by the desk's template, or paste one; an empty one takes it away."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    initial = {"link": meeting.join_url, "version": meeting.version}
    form = LinkForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, actor, meeting, form)
        except ChangedMeanwhile as conflict:
            form = LinkForm(on_version(request.POST, conflict.meeting.version))
            form.add_error(None, str(conflict))
        except ValidationError as fault:
            form.add_error("link", fault.messages)
    context = {"meeting": meeting, "form": form, "can_make": bool(link_template(actor))}
    return render(request, "meetings/online.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, actor: Actor, meeting: Meeting, form: LinkForm) -> HttpResponse:
    before, version = meeting.join_url, form.cleaned_data["version"]
    if "make" in request.POST:
        changed = make_link(actor, meeting, version=version)
    else:
        changed = change_meeting(actor, meeting, "join_url", form.cleaned_data["link"], version=version)
    undo = reverse("meetings:online", args=[meeting.pk])
    said = _("The meeting is online.") if changed.join_url else _("The meeting has no link any more.")
    toast(request, said, undo=undo, undo_fields={"link": before, "version": str(changed.version)})
    return redirect("meetings:meeting", meeting_id=meeting.pk)
