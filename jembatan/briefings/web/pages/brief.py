"""A brief: read on the page, taken along as PDF or Word."""

from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.briefings.actions.make_brief import Form, make_brief
from jembatan.briefings.queries.compose import compose_brief
from jembatan.briefings.queries.writing.standing import standings
from jembatan.briefings.queries.writing.visible import briefs_on
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page


class BriefForm(forms.Form):
    """The document's language is chosen apart from the interface's."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"),
        choices=User.Language.choices,
        widget=forms.Select(attrs={"data-autosubmit": ""}),
    )
    format = forms.ChoiceField(choices=[("pdf", "PDF"), ("docx", "Word")], required=False)


@desk_page
def organisation_brief(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """The brief on an organisation."""
    organisation = get_object_or_404(
        visible_organisations(actor).select_related("parent"), pk=organisation_id
    )
    return _brief(
        request, actor, organisation, back=reverse("directory:organisation", args=[organisation.pk])
    )


@desk_page
def meeting_brief(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The brief for a meeting."""
    meeting = get_object_or_404(visible_meetings(actor), pk=meeting_id)
    return _brief(request, actor, meeting, back=reverse("meetings:meeting", args=[meeting.pk]))


def _brief(request: HttpRequest, actor: Actor, subject: Organisation | Meeting, *, back: str) -> HttpResponse:
    """GET shows it; POST makes the file, which leaves a line in the journal."""
    default = {"language": translation.get_language() or actor.desk.language, "format": "pdf"}
    form = BriefForm({**default, **(request.POST if request.method == "POST" else request.GET).dict()})
    language = form.cleaned_data["language"] if form.is_valid() else default["language"]
    site = request.build_absolute_uri("/").rstrip("/")
    if request.method == "POST" and form.is_valid():
        chosen = cast(Form, form.cleaned_data["format"] or "pdf")
        made = make_brief(actor, subject, form=chosen, language=language, site=site)
        return download(made.content, name=made.name)
    zone = timezone.get_current_timezone()
    document = compose_brief(actor, subject, language=language, site=site, zone=zone)
    kind = "meeting" if isinstance(subject, Meeting) else "organisation"
    context = {
        "document": document,
        "form": form,
        "subject": subject,
        "back": back,
        "begin": reverse(f"briefings:begin_{kind}", args=[subject.pk]),
        "rows": standings(briefs_on(actor, subject)),
    }
    return render(request, "briefings/brief.html", context, status=200 if form.is_valid() else 422)
