"""Spreadsheets and schedules into a programme: the files are planned here, and tried and imported where all imports are."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.web.pages.imports import SeveralFiles, SeveralFilesInput, take_uploads
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.programmes.importer import (
    DelegationsImporter,
    MovementsImporter,
    OfficersImporter,
    ScheduleImporter,
)
from jembatan.programmes.models import Delegation, Programme
from jembatan.programmes.web.pages.found import form_page, found

IMPORTERS = (DelegationsImporter, MovementsImporter, ScheduleImporter, OfficersImporter)


class ImportForm(forms.Form):
    """Which files, and what they are."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[(each.kind, each.label) for each in IMPORTERS]
    )
    uploads = SeveralFiles(
        label=gettext_lazy("Files"),
        widget=SeveralFilesInput,
        allow_empty_file=True,
        help_text=gettext_lazy("CSV or XLSX; a schedule as frab XML or as a calendar (.ics)."),
    )
    delegation: "forms.ModelChoiceField[Delegation]" = forms.ModelChoiceField(
        label=gettext_lazy("Whose schedule"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Everybody's"),
    )

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "delegation", programme.delegations.order_by("name"))


@desk_page
def importing(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The form; a POST plans the import, and goes on to its columns or tries it."""
    require_officer(actor)
    programme = found(actor, programme_id)
    form = ImportForm(
        programme,
        request.POST or None,
        request.FILES or None,
        initial={"kind": request.GET.get("kind", "delegations")},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        options = {"programme": programme.pk}
        if said["delegation"]:
            options["delegation"] = said["delegation"].pk
        try:
            return take_uploads(actor, said["uploads"], kind=said["kind"], options=options)
        except CannotImport as refusal:
            form.add_error("uploads", str(refusal))
    return form_page(
        request,
        programme,
        form,
        title=_("Import into %(name)s") % {"name": programme},
        back=reverse("programmes:programme", args=[programme.pk]),
        multipart=True,
        intro=_(
            "Nothing is written before you have seen what would be. A file that comes again updates what it brought, and never doubles it."
        ),
    )
