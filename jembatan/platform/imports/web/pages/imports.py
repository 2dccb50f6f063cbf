"""All imports of the desk, and the way in: choose files or drop them."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.platform.imports.actions.plan import plan_uploads
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.roll_back import remove_demo
from jembatan.platform.imports.actions.start import start
from jembatan.platform.imports.importer import importers
from jembatan.platform.imports.models import Batch
from jembatan.platform.imports.queries.batches import has_demo, recent_batches
from jembatan.platform.imports.web.labels import kind_label, state_badge
from jembatan.platform.imports.web.pages.columns import tables_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


class SeveralFiles(forms.FileField):
    """One or more files in one field."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """A list of uploaded files, each checked as a single one is."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFiles, self).clean(file, initial) for file in files or [None]]


class SeveralFilesInput(forms.ClearableFileInput):
    """Browsers let people choose several, and drop them onto it."""

    allow_multiple_selected = True


class UploadForm(forms.Form):
    """Files of any known kind; the kind is recognised unless it is said."""

    uploads = SeveralFiles(label=gettext_lazy("Files"), widget=SeveralFilesInput, allow_empty_file=True)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(importer.kind, importer.label) for importer in importers()]
        offer(self, "kind", [("", _("Recognise the kind")), *kinds])


@desk_page
def imports(request: DeskRequest, actor: Any) -> HttpResponse:
    """The list; a POST uploads files, plans their import, and goes on to its columns or tries it."""
    before = request.GET.get("before", "")
    page = recent_batches(actor, before=record_number(before))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return take_uploads(actor, form.cleaned_data["uploads"], kind=form.cleaned_data["kind"])
        except CannotImport as refusal:
            form.add_error("uploads", str(refusal))
    context = {
        "form": form,
        "rows": [
            (batch, state_badge(batch, tried=batch.tried), kind_label(batch.kind)) for batch in page.rows
        ],
        "more_url": f"{request.path}?before={page.next_key}" if page.next_key else "",
        "has_demo": has_demo(actor),
    }
    template = "imports/imports.html#rows" if before and request.htmx else "imports/imports.html"
    return render(request, template, context)


@require_POST
@desk_page
def demo_removal(request: HttpRequest, actor: Any) -> HttpResponse:
    """The demo leaves with one click."""
    try:
        taken = remove_demo(actor)
    except CannotImport as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("imports:imports")
    if taken.kept:
        text = _("The demo is gone; %(kept)s records that were changed since stay.") % {"kept": taken.kept}
    else:
        text = _("The demo is gone.")
    toast(request, text)
    return redirect("imports:imports")


def take_uploads(
    actor: Any, files: "Iterable[UploadedFile[Any]]", *, kind: str, options: dict[str, Any] | None = None
) -> HttpResponse:
    """Plan their import, and go on to its columns or try it. Raises `CannotImport`."""
    with tempfile.TemporaryDirectory(prefix="jembatan-upload-") as folder:
        for number, file in enumerate(files):
            _save(Path(folder), file, number)
        batch = plan_uploads(actor, Path(folder), kind=kind or None, options=options)
    if tables_of(batch):
        return redirect("imports:columns", batch.pk)
    return try_at_once(actor, batch)


def try_at_once(actor: Any, batch: Batch) -> HttpResponse:
    """Nothing to decide before the dry run."""
    start(actor, batch, dry_run=True)
    return redirect("imports:batch", batch.pk)


def _save(folder: Path, file: "UploadedFile[Any]", number: int) -> None:
    """Under its own name, which is only a name; a second file of that name gets a number."""
    name = Path((file.name or "").replace("\\", "/")).name.lstrip(".") or str(number)
    target = folder / name
    if target.exists():
        target = folder / f"{number}-{name}"
    with target.open("wb") as content:
        for chunk in file.chunks():
            content.write(chunk)
