"""Certificates on the page of an officer: one more, seen, gone."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.certificates import check_certificate, note_certificate, remove_certificate
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import OfficerCertificate
from jembatan.programmes.queries.visible import visible_officers
from jembatan.programmes.web.officer_forms import CertificateForm
from jembatan.programmes.web.pages.found import found_officer
from jembatan.programmes.web.pages.officer import officer_page


@require_POST
@desk_page
def certificates(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """One more."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    form = CertificateForm(request.POST)
    if form.is_valid():
        try:
            noted = note_certificate(actor, one, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            undo = reverse("programmes:certificate_removal", args=[noted.pk])
            toast(request, _("Certificate noted."), undo=undo)
            return redirect("programmes:officer", one.pk)
    return officer_page(request, one, certificate_form=form)


@require_POST
@desk_page
def certificate_check(request: HttpRequest, actor: Actor, officer_certificate_id: int) -> HttpResponse:
    """The actor has seen it; with `back` nobody has."""
    require_officer(actor)
    seen = request.POST.get("back") != "yes"
    checked = check_certificate(actor, _found(actor, officer_certificate_id), seen=seen)
    tell_checked(request, seen=seen, undo=reverse("programmes:certificate_check", args=[checked.pk]))
    return redirect("programmes:officer", checked.officer_id)


@require_POST
@desk_page
def certificate_removal(request: HttpRequest, actor: Actor, officer_certificate_id: int) -> HttpResponse:
    """It is not there. What comes back is checked where it was the actor who had seen it."""
    require_officer(actor)
    gone = _found(actor, officer_certificate_id)
    fields = typed_again(actor, gone.name, gone.expires, gone.checked_by)
    remove_certificate(actor, gone)
    undo = reverse("programmes:certificates", args=[gone.officer_id])
    toast(request, _("Certificate removed."), undo=undo, undo_fields=fields)
    return redirect("programmes:officer", gone.officer_id)


def tell_checked(request: HttpRequest, *, seen: bool, undo: str) -> None:
    """That the actor has seen a certificate, or nobody has, with the way back."""
    told = _("Checked by you.") if seen else _("Not checked any more.")
    toast(request, told, undo=undo, undo_fields={"back": "yes" if seen else "no"})


def typed_again(actor: Actor, name: str, expires: date | None, checked_by: User | None) -> dict[str, str]:
    """What the form of a certificate takes to bring one back; as seen where it was the actor who had seen it."""
    seen = {"seen": "on"} if checked_by is not None and checked_by == actor.user else {}
    return {"name": name, "expires": day_text(expires) if expires else "", **seen}


def _found(actor: Actor, officer_certificate_id: int) -> OfficerCertificate:
    seen = visible_officers(actor).values("pk")
    papers = OfficerCertificate.objects.select_related("officer", "checked_by")
    return get_object_or_404(papers, pk=officer_certificate_id, officer__in=seen)
