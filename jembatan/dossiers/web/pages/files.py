"""Files of a matter and their versions."""

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.files import LARGEST, bring_back_file, put_in_file, take_out_file
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Dossier, DossierFile, FileVersion
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.access import require_writer
from jembatan.platform.files.web.downloads import download
from jembatan.platform.markings import Marking
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class FileForm(forms.Form):
    """A file, under its own name unless it is a version of another."""

    file = forms.FileField(label=gettext_lazy("File"), max_length=1000)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=150,
        required=False,
        help_text=gettext_lazy(
            "Left empty, it keeps the name of the file. Under a name that is there already it is its next version."
        ),
    )
    note = forms.CharField(label=gettext_lazy("What is new"), max_length=300, required=False)
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"), choices=[(each.value, each.value) for each in Marking]
    )


@desk_page
def files(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """By name, each with its versions, the newest first."""
    dossier = found(actor, dossier_id)
    versions = FileVersion.objects.select_related("file", "added_by").order_by("-number")
    rows = dossier.files.filter(taken_out_at__isnull=True).order_by("name")
    shown = rows.prefetch_related(Prefetch("versions", versions, to_attr="newest_first"))
    return render(request, "dossiers/files/files.html", {"dossier": dossier, "files": shown})


@desk_page
def new_file(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and its keeping; `?name=` is the file that gets a new version."""
    require_writer(actor)
    dossier = found(actor, dossier_id)
    posted = request.method == "POST"
    form = FileForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"marking": dossier.marking, "name": request.GET.get("name", "")},
    )
    if posted and form.is_valid():
        try:
            version = _put_in(actor, dossier, form)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            told = _("%(name)s is in the dossier, version %(number)s.")
            toast(request, told % {"name": version.of, "number": version.number})
            return redirect("dossiers:files", dossier_id=dossier.pk)
    context = {"dossier": dossier, "form": form}
    return render(request, "dossiers/files/file.html", context, status=422 if form.errors else 200)


@desk_page
def file_version(
    request: HttpRequest, actor: Actor, dossier_id: int, file_version_id: int
) -> HttpResponseBase:
    """The file, never opened in place."""
    versions = FileVersion.objects.filter(of__dossier=found(actor, dossier_id)).select_related("of", "file")
    version = get_object_or_404(versions, pk=file_version_id)
    return download(version.file, name=version.of.name)


@require_POST
@desk_page
def file_removal(request: HttpRequest, actor: Actor, dossier_id: int, dossier_file_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_writer(actor)
    gone = _file_or_404(actor, dossier_id, dossier_file_id)
    take_out_file(actor, gone)
    undo = reverse("dossiers:file_return", args=[dossier_id, gone.pk])
    toast(request, _("“%(name)s” is taken out.") % {"name": gone}, undo=undo)
    return redirect("dossiers:files", dossier_id=dossier_id)


@require_POST
@desk_page
def file_return(request: HttpRequest, actor: Actor, dossier_id: int, dossier_file_id: int) -> HttpResponse:
    """The undo."""
    require_writer(actor)
    bring_back_file(actor, _file_or_404(actor, dossier_id, dossier_file_id))
    return redirect("dossiers:files", dossier_id=dossier_id)


def _put_in(actor: Actor, dossier: Dossier, form: FileForm) -> FileVersion:
    upload, said = form.cleaned_data["file"], form.cleaned_data
    given = upload.name or ""
    name, ending = said["name"] or given, given.rpartition(".")[2]
    if said["name"] and ending and "." in given and "." not in said["name"]:
        name = f"{name}.{ending}"
    if (upload.size or 0) > LARGEST:
        raise Refused(_("“%(name)s” is larger than 50 MB.") % {"name": name})
    marking = Marking(said["marking"])
    return put_in_file(actor, dossier, upload.read(), name=name, marking=marking, note=said["note"])


def _file_or_404(actor: Actor, dossier_id: int, file_id: int) -> DossierFile:
    rows = DossierFile.objects.select_related("dossier")
    return get_object_or_404(rows, dossier=found(actor, dossier_id), pk=file_id)
