"""The papers of a programme: how it stands, hours, certificates."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.certificates import (
    issue_certificates,
    make_certificate,
    make_certificates,
)
from jembatan.deployment.actions.papers import Paper, make_hours, make_situation
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.formats.hours import spent_in_all
from jembatan.deployment.models import CertificateIssue
from jembatan.deployment.queries.service import service_of
from jembatan.deployment.web.pages.found import programme_found
from jembatan.platform.access import require_officer
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_officers

LANGUAGES = ("id", "en")
SHOWN = 300


@desk_page
def papers(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """What can be made, and the hours so far."""
    programme = programme_found(actor, programme_id)
    rows = service_of(programme) if actor.may_send else []
    context = {
        "programme": programme,
        "rows": rows[:SHOWN],
        "count": len(rows),
        "total": round(sum(row.all_hours for row in rows)),
        "spent": spent_in_all(rows),
        "issue": CertificateIssue.objects.filter(programme=programme).first(),
    }
    return render(request, "deployment/papers.html", context)


@require_POST
@desk_page
def situation(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The situation report as a PDF; everyone who sees the programme may."""
    return _made(
        request,
        programme_found(actor, programme_id),
        lambda p, language: make_situation(actor, p, language=language),
    )


@require_POST
@desk_page
def hours(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The spreadsheet."""
    require_officer(actor)
    return _made(
        request,
        programme_found(actor, programme_id),
        lambda p, language: make_hours(actor, p, language=language),
    )


@require_POST
@desk_page
def certificates(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """A page for each officer."""
    require_officer(actor)
    return _made(
        request,
        programme_found(actor, programme_id),
        lambda p, language: make_certificates(actor, p, language=language),
    )


@require_POST
@desk_page
def certificate(request: HttpRequest, actor: Actor, programme_officer_id: int) -> HttpResponse:
    """That of one officer."""
    require_officer(actor)
    officer = get_object_or_404(visible_officers(actor).select_related("programme"), pk=programme_officer_id)
    return _made(
        request,
        programme_found(actor, officer.programme_id),
        lambda _programme, language: make_certificate(actor, officer, language=language),
        back=reverse("programmes:officer", args=[officer.pk]),
    )


@require_POST
@desk_page
def issuing(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """`issued` is yes, or no to take it back."""
    programme = programme_found(actor, programme_id)
    issued = request.POST.get("issued") != "no"
    issue_certificates(actor, programme, issued=issued)
    told = (
        _("Officers find their certificate on the phone.")
        if issued
        else _("Certificates are no longer on phones.")
    )
    toast(request, told, undo=request.path, undo_fields={"issued": "no" if issued else "yes"})
    return redirect("deployment:papers", programme_id=programme.pk)


def _made(
    request: HttpRequest,
    programme: Programme,
    make: Callable[[Programme, str], Paper],
    *,
    back: str = "",
) -> HttpResponse:
    asked = request.POST.get("language", "")
    try:
        made = make(programme, asked if asked in LANGUAGES else LANGUAGES[0])
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(back or reverse("deployment:papers", args=[programme.pk]))
    return download(made.content, name=made.name)
