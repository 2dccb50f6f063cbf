"""One correction of a partner: taken into the text, or declined for a reason."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.into_text import text_of
from jembatan.meetings.actions.circulation.settle import accept_correction, decline_correction, wait_again
from jembatan.meetings.models import MinutesCorrection
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.models.minutes.section import LONGEST_TEXT
from jembatan.meetings.queries.circulation.content import ATTENDANCE, part_of
from jembatan.meetings.queries.circulation.standing import visible_corrections
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class AcceptanceForm(forms.Form):
    """How the part reads from now on."""

    text = forms.CharField(
        label=gettext_lazy("It reads from now on"),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 8}),
    )


class RefusalForm(forms.Form):
    """Why the text stays."""

    reason = forms.CharField(
        label=gettext_lazy("Why the text stays"),
        max_length=LONGEST_WORDS,
        help_text=gettext_lazy("The partner reads it on their page."),
        widget=forms.Textarea({"rows": 4}),
    )


@desk_page
def acceptance(request: HttpRequest, actor: Actor, minutes_id: int, correction_id: int) -> HttpResponse:
    """GET: their words beside the text. POST: it reads so from now on."""
    require_officer(actor)
    found = _correction_or_404(actor, minutes_id, correction_id)
    now = text_of(found.partner.minutes, found.part)
    form = AcceptanceForm(request.POST if request.method == "POST" else None, initial={"text": now})
    if found.part == ATTENDANCE:
        del form.fields["text"]
    if request.method == "POST" and form.is_valid():
        try:
            accept_correction(actor, found, form.cleaned_data.get("text", ""))
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            toast(request, _("It is in the text. Circulate the minutes anew once they are ready."))
            return redirect("meetings:circulation", minutes_id=minutes_id)
    return _page(request, found, form, accepts=True)


@desk_page
def refusal(request: HttpRequest, actor: Actor, minutes_id: int, correction_id: int) -> HttpResponse:
    """The text stays, for a reason."""
    require_officer(actor)
    found = _correction_or_404(actor, minutes_id, correction_id)
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            decline_correction(actor, found, form.cleaned_data["reason"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            undo = reverse("meetings:correction_return", args=[minutes_id, correction_id])
            toast(request, _("Declined. The partner reads why."), undo=undo)
            return redirect("meetings:circulation", minutes_id=minutes_id)
    return _page(request, found, form, accepts=False)


@require_POST
@desk_page
def correction_return(
    request: HttpRequest, actor: Actor, minutes_id: int, correction_id: int
) -> HttpResponse:
    """The undo of declining."""
    found = _correction_or_404(actor, minutes_id, correction_id)
    try:
        wait_again(actor, found)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect("meetings:circulation", minutes_id=minutes_id)


def _correction_or_404(actor: Actor, minutes_id: int, correction_id: int) -> MinutesCorrection:
    found = visible_corrections(actor).filter(pk=correction_id, partner__minutes=minutes_id).first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: MinutesCorrection, form: forms.Form, *, accepts: bool) -> HttpResponse:
    part = part_of(found.version.content, found.part)
    context = {
        "correction": found,
        "minutes": found.partner.minutes,
        "part": part,
        "form": form,
        "accepts": accepts,
        "address": request.path,
    }
    return render(
        request, "meetings/circulation/correction.html", context, status=422 if form.errors else 200
    )
