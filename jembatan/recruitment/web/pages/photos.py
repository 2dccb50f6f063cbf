"""The photo on an officer's badge, seen and put there by those who print badges."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.files.web.downloads import shown
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Officer
from jembatan.programmes.web.pages.found import found_officer
from jembatan.recruitment.actions.photos import put_photo, remove_photo
from jembatan.recruitment.actions.saying import KeptFile
from jembatan.recruitment.models import BadgePhoto, Question
from jembatan.recruitment.queries.visible import pictures_of
from jembatan.recruitment.web import uploads


@desk_page
def photo(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponseBase:
    """GET: the picture. POST: another one, out of `photo`, a picture of the application (`answer`), or one that has just been removed (`kept`)."""
    require_officer(actor)
    officer = found_officer(actor, lo_id)
    if request.method == "POST":
        return _put(request, actor, officer)
    there = get_object_or_404(BadgePhoto.objects.select_related("file"), officer=officer)
    picture = shown(there.file)
    if picture is None:
        raise Http404
    picture.headers["Cache-Control"] = "private, no-cache"
    return picture


@require_POST
@desk_page
def photo_removal(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """The badge has none."""
    require_officer(actor)
    officer = found_officer(actor, lo_id)
    gone = remove_photo(actor, officer)
    if gone is not None:
        kept = uploads.token_of(KeptFile(gone, ""), Question.Kind.PHOTO)
        undo = reverse("recruitment:photo", args=[officer.pk])
        toast(request, _("Photo removed."), undo=undo, undo_fields={"kept": kept})
    return redirect("programmes:officer", officer.pk)


def _put(request: HttpRequest, actor: Actor, officer: Officer) -> HttpResponse:
    try:
        put_photo(actor, officer, _chosen(request, actor, officer).file)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("This photo is on the badge."))
    return redirect("programmes:officer", officer.pk)


def _chosen(request: HttpRequest, actor: Actor, officer: Officer) -> KeptFile:
    upload = request.FILES.get("photo")
    if upload is not None:
        return uploads.kept_photo(upload)
    if kept := uploads.by_token(request.POST.get("kept", ""), Question.Kind.PHOTO):
        return kept
    for answer in pictures_of(actor, officer):
        if str(answer.pk) == request.POST.get("answer") and answer.file is not None:
            return uploads.photo_out_of(answer.file, answer.file_name)
    raise ValidationError(_("Choose a file."))
