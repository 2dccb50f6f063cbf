"""A spreadsheet of applications into a call: planned here, tried and imported where all imports are."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.web.pages.imports import SeveralFiles, SeveralFilesInput, take_uploads
from jembatan.platform.ui.guard import desk_page
from jembatan.programmes.web.pages.found import form_page
from jembatan.recruitment.importer import ApplicationsImporter
from jembatan.recruitment.web.pages.found import call_found


class TableForm(forms.Form):
    """Which files."""

    uploads = SeveralFiles(
        label=gettext_lazy("Files"), widget=SeveralFilesInput, help_text=gettext_lazy("CSV or XLSX.")
    )


@desk_page
def importing(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """The form; a POST plans the import, and goes on to its columns."""
    require_officer(actor)
    call = call_found(actor, call_id)
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        files = form.cleaned_data["uploads"]
        try:
            return take_uploads(actor, files, kind=ApplicationsImporter.kind, options={"call": call.pk})
        except CannotImport as refusal:
            form.add_error("uploads", str(refusal))
    return form_page(
        request,
        call.programme,
        form,
        title=_("Import applications"),
        back=reverse("recruitment:applications", args=[call.pk]),
        multipart=True,
        intro=_(
            "Nothing is written before you have seen what would be. Who has applied already is not added again."
        ),
    )
