"""Who sees a dossier."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.dossiers.actions.access import LockedOut, add_member, remove_member, restrict, unrestrict
from jembatan.dossiers.queries.listing import colleagues
from jembatan.dossiers.web.pages.found import found
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def restriction(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Only the head and named members from now on."""
    dossier = restrict(actor, found(actor, dossier_id))
    undo = reverse("dossiers:opening", args=[dossier.pk])
    toast(request, _("Only the head of the desk and those named see this dossier now."), undo=undo)
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


@require_POST
@desk_page
def opening(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The whole desk again."""
    dossier = unrestrict(actor, found(actor, dossier_id))
    undo = reverse("dossiers:restriction", args=[dossier.pk])
    toast(request, _("The whole desk sees this dossier now."), undo=undo)
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


@require_POST
@desk_page
def member(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Name a colleague."""
    dossier, colleague = found(actor, dossier_id), _colleague(request, actor)
    add_member(actor, dossier, colleague)
    toast(request, _("%(name)s sees this dossier now.") % {"name": colleague.full_name})
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


@require_POST
@desk_page
def member_removal(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """Take a name out."""
    dossier = found(actor, dossier_id)
    colleague = get_object_or_404(colleagues(dossier), pk=_number(request))
    try:
        remove_member(actor, dossier, colleague)
    except LockedOut as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(
            request,
            _("%(name)s no longer sees this dossier.") % {"name": colleague.full_name},
            undo=reverse("dossiers:member", args=[dossier.pk]),
            undo_fields={"user": str(colleague.pk)},
        )
    return redirect("dossiers:dossier", dossier_id=dossier.pk)


def _colleague(request: HttpRequest, actor: Actor) -> User:
    return get_object_or_404(User, pk=_number(request), memberships__desk=actor.desk)


def _number(request: HttpRequest) -> int:
    return record_number(request.POST.get("user", "")) or 0
