"""Certificates and conflicts of interest, on the page of an application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.queries.visible import visible_delegations
from jembatan.programmes.web.officer_forms import CertificateForm
from jembatan.programmes.web.pages.certificates import tell_checked, typed_again
from jembatan.recruitment.actions.evidence import (
    check_certificate,
    drop_certificate,
    keep_certificate,
    note_conflict,
)
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Certificate
from jembatan.recruitment.web.pages.application import application_page
from jembatan.recruitment.web.pages.found import application_found
from jembatan.recruitment.web.pages.worded import removed


@require_POST
@desk_page
def certificates(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """One more."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    form = CertificateForm(request.POST)
    if form.is_valid():
        try:
            keep_certificate(actor, shown, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            return redirect("recruitment:application", application_id=shown.pk)
    return application_page(request, actor, shown, certificate_form=form)


@require_POST
@desk_page
def certificate_removal(
    request: HttpRequest, actor: Actor, application_id: int, certificate_id: int
) -> HttpResponse:
    """It was a mistake. What comes back is checked where it was the actor who had seen it."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    gone = get_object_or_404(Certificate.objects.filter(application=shown), pk=certificate_id)
    page = reverse("recruitment:application", args=[shown.pk])
    return removed(
        request,
        lambda: drop_certificate(actor, gone),
        told=_("Certificate removed."),
        undo=reverse("recruitment:certificates", args=[shown.pk]),
        fields=typed_again(actor, gone.name, gone.expires, gone.checked_by),
        there=page,
        back=page,
    )


@require_POST
@desk_page
def certificate_check(
    request: HttpRequest, actor: Actor, application_id: int, certificate_id: int
) -> HttpResponse:
    """The actor has seen it; with `back` nobody has."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    certificate = get_object_or_404(Certificate.objects.filter(application=shown), pk=certificate_id)
    seen = request.POST.get("back") != "yes"
    try:
        check_certificate(actor, certificate, seen=seen)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("recruitment:certificate_check", args=[shown.pk, certificate.pk])
        tell_checked(request, seen=seen, undo=undo)
    return redirect("recruitment:application", application_id=shown.pk)


@require_POST
@desk_page
def conflicts(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """They may not work for `delegation`; with `there` "no" they may."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    number = record_number(request.POST.get("delegation", "")) or 0
    delegation = get_object_or_404(visible_delegations(actor), pk=number)
    there = request.POST.get("there") != "no"
    try:
        note_conflict(actor, shown, delegation, there=there)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = _("Does not work for %(name)s.") if there else _("May work for %(name)s.")
        fields = {"delegation": str(delegation.pk), "there": "no" if there else "yes"}
        undo = reverse("recruitment:conflicts", args=[shown.pk])
        toast(request, told % {"name": delegation}, undo=undo, undo_fields=fields)
    return redirect("recruitment:application", application_id=shown.pk)
