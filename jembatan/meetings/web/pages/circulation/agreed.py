"""What follows agreed minutes: their PDF as it was kept, and an addendum beside them."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.agree import add_addendum
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.web.found import minutes_or_404
from jembatan.platform.access import require_officer
from jembatan.platform.documents.file_name import file_name
from jembatan.platform.files.store import open_stored
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class AddendumForm(forms.Form):
    """What is to be said beside the agreed text."""

    words = forms.CharField(
        label=gettext_lazy("What is to be corrected"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 5}),
    )


@desk_page
def addendum(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """A correction of agreed minutes, as a line of the journal beside them."""
    require_officer(actor)
    minutes = minutes_or_404(actor, minutes_id)
    form = AddendumForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            entry = add_addendum(actor, minutes, form.cleaned_data["words"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            toast(request, _("The addendum stands in the journal."))
            return redirect("journal:entry", entry_id=entry.pk)
    context = {"minutes": minutes, "form": form}
    return render(request, "meetings/circulation/addendum.html", context, status=422 if form.errors else 200)


@desk_page
def agreed_pdf(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """The agreed version as it was kept."""
    minutes = minutes_or_404(actor, minutes_id)
    version = minutes.versions.filter(agreed_at__isnull=False).select_related("pdf").first()
    if version is None or version.pdf is None:
        raise Http404
    with open_stored(version.pdf) as stored:
        return download(stored.read(), name=file_name(version.content["title"], "pdf"))
