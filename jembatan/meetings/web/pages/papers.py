"""Papers of an agenda's point: put in, taken out, brought back, downloaded."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.papers import (
    LARGEST,
    LONGEST_AUTHOR,
    add_paper,
    bring_back_paper,
    take_out_paper,
)
from jembatan.meetings.models import AgendaItem, Meeting, Paper
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.pages.agenda import item_or_404
from jembatan.platform.access import require_writer
from jembatan.platform.files.web.downloads import download
from jembatan.platform.markings import Marking
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class PaperForm(forms.Form):
    """A file, under its own name unless another is given."""

    file = forms.FileField(label=gettext_lazy("File"), max_length=1000)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Left empty, it keeps the name of the file."),
    )
    author = forms.CharField(label=gettext_lazy("Author"), max_length=LONGEST_AUTHOR, required=False)
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"), choices=[(each.value, each.value) for each in Marking]
    )


@desk_page
def new_paper(request: HttpRequest, actor: Actor, meeting_id: int, agenda_item_id: int) -> HttpResponse:
    """The form, and its saving; a paper bears the marking of the meeting unless another is chosen."""
    require_writer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    item = item_or_404(meeting, agenda_item_id)
    posted = request.method == "POST"
    form = PaperForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"marking": meeting.marking},
    )
    if posted and form.is_valid():
        try:
            _add(actor, item, form)
        except ValidationError as fault:
            form.add_error("file", fault.messages)
        else:
            return _back(meeting)
    context = {"meeting": meeting, "item": item, "form": form}
    return render(request, "meetings/paper.html", context, status=422 if form.errors else 200)


def _add(actor: Actor, item: AgendaItem, form: PaperForm) -> None:
    upload = form.cleaned_data["file"]
    name = form.cleaned_data["name"] or upload.name or ""
    ending = (upload.name or "").rpartition(".")[2]
    if (
        form.cleaned_data["name"]
        and ending
        and "." in (upload.name or "")
        and not name.endswith(f".{ending}")
    ):
        name = f"{name}.{ending}"
    if (upload.size or 0) > LARGEST:
        raise ValidationError(_("“%(name)s” is larger than 50 MB.") % {"name": name})
    marking = Marking(form.cleaned_data["marking"])
    add_paper(actor, item, upload.read(), name=name, author=form.cleaned_data["author"], marking=marking)


@desk_page
def paper(request: HttpRequest, actor: Actor, meeting_id: int, paper_id: int) -> HttpResponseBase:
    """The file, never opened in place."""
    found = _paper_or_404(meeting_or_404(actor, meeting_id), paper_id)
    return download(found.file, name=found.name)


@require_POST
@desk_page
def paper_removal(request: HttpRequest, actor: Actor, meeting_id: int, paper_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    meeting = meeting_or_404(actor, meeting_id)
    found = _paper_or_404(meeting, paper_id)
    take_out_paper(actor, found)
    undo = reverse("meetings:paper_return", args=[meeting.pk, found.pk])
    toast(request, _("The paper is taken out."), undo=undo)
    return _back(meeting)


@require_POST
@desk_page
def paper_return(request: HttpRequest, actor: Actor, meeting_id: int, paper_id: int) -> HttpResponse:
    """The undo of a removal."""
    meeting = meeting_or_404(actor, meeting_id)
    bring_back_paper(actor, _paper_or_404(meeting, paper_id))
    return _back(meeting)


def _paper_or_404(meeting: Meeting, paper_id: int) -> Paper:
    """One that was taken out, too."""
    found = Paper.objects.select_related("file", "item").filter(pk=paper_id, item__meeting=meeting).first()
    if found is None:
        raise Http404
    return found


def _back(meeting: Meeting) -> HttpResponse:
    return redirect(reverse("meetings:meeting", args=[meeting.pk]) + "#agenda")
