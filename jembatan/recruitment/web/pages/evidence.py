"""Certificates and conflicts of interest, on the page of an application."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.queries.visible import visible_delegations
from jembatan.recruitment.actions.evidence import drop_certificate, keep_certificate, note_conflict
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Certificate
from jembatan.recruitment.web.pages.found import application_found


class CertificateForm(forms.Form):
    """What they can show, and until when it holds."""

    name = forms.CharField(label=gettext_lazy("Certificate"), max_length=200)
    expires = DayInWords(label=gettext_lazy("Valid until"), required=False)


@require_POST
@desk_page
def certificates(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """One more."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    form = CertificateForm(request.POST)
    if form.is_valid():
        try:
            keep_certificate(actor, shown, form.cleaned_data["name"], form.cleaned_data["expires"])
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
    else:
        told = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
        toast(request, told, tone="danger")
    return redirect("recruitment:application", application_id=shown.pk)


@require_POST
@desk_page
def certificate_removal(
    request: HttpRequest, actor: Actor, application_id: int, certificate_id: int
) -> HttpResponse:
    """It was a mistake."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    gone = get_object_or_404(Certificate.objects.filter(application=shown), pk=certificate_id)
    fields = {"name": gone.name, "expires": day_text(gone.expires) if gone.expires else ""}
    drop_certificate(actor, gone)
    undo = reverse("recruitment:certificates", args=[shown.pk])
    toast(request, _("Certificate removed."), undo=undo, undo_fields=fields)
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
