"""One officer: what they can do, when they cannot come, for whom and with whom they may not work."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import country_name
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import minute_text
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.officers import (
    add_conflict,
    pair,
    remove_absence,
    remove_conflict,
    report_absence,
    unpair,
)
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Absence, ConflictOfInterest, DeletionRequest, Officer, Pair
from jembatan.programmes.models.programme import DAY
from jembatan.programmes.queries.kept import kept_until
from jembatan.programmes.queries.local_times import moment_there
from jembatan.programmes.queries.programme_days import days_told
from jembatan.programmes.queries.visible import visible_officers
from jembatan.programmes.queries.wishes import wishes_counted
from jembatan.programmes.web.fields import as_typed, instant
from jembatan.programmes.web.officer_forms import AbsenceForm, CertificateForm, ConflictForm, PairForm
from jembatan.programmes.web.pages.found import found_officer, shown


@desk_page
def officer(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """The page."""
    return officer_page(request, found_officer(actor, lo_id))


@require_POST
@desk_page
def absences(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """Cannot come."""
    require_writer(actor)
    one = found_officer(actor, lo_id)
    form = AbsenceForm(request.POST)
    if form.is_valid():
        said, zone = form.cleaned_data, one.programme.zone
        try:
            absence = report_absence(
                actor, one, instant(said["begins"], zone), instant(said["ends"], zone), reason=said["reason"]
            )
        except Refused as refusal:
            form.add_error("ends", str(refusal))
        else:
            undo = reverse("programmes:absence_removal", args=[absence.pk])
            toast(request, _("%(name)s is absent.") % {"name": one}, undo=undo)
            return redirect("programmes:officer", one.pk)
    return officer_page(request, one, absence_form=form)


@require_POST
@desk_page
def absence_removal(request: HttpRequest, actor: Actor, absence_id: int) -> HttpResponse:
    """Can come after all."""
    require_writer(actor)
    absence = get_object_or_404(
        Absence.objects.select_related("officer__programme"),
        pk=absence_id,
        officer__in=visible_officers(actor).values("pk"),
    )
    zone = absence.officer.programme.zone
    back = {
        "begins": as_typed(absence.during.lower, zone),
        "ends": as_typed(absence.during.upper, zone),
        "reason": absence.reason,
    }
    remove_absence(actor, absence)
    undo = reverse("programmes:absences", args=[absence.officer_id])
    toast(request, _("Absence removed."), undo=undo, undo_fields=back)
    return redirect("programmes:officer", absence.officer_id)


@require_POST
@desk_page
def conflicts(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """May not work for a delegation."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    form = ConflictForm(one.programme, request.POST)
    if form.is_valid():
        try:
            conflict = add_conflict(actor, one, form.cleaned_data["delegation"], form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error("delegation", str(refusal))
        else:
            undo = reverse("programmes:conflict_removal", args=[conflict.pk])
            toast(request, _("Conflict of interest noted."), undo=undo)
            return redirect("programmes:officer", one.pk)
    return officer_page(request, one, conflict_form=form)


@require_POST
@desk_page
def conflict_removal(request: HttpRequest, actor: Actor, interest_conflict_id: int) -> HttpResponse:
    """There is none."""
    require_officer(actor)
    conflict = get_object_or_404(
        ConflictOfInterest, pk=interest_conflict_id, officer__in=visible_officers(actor).values("pk")
    )
    back = {"delegation": str(conflict.delegation_id), "reason": conflict.reason}
    remove_conflict(actor, conflict)
    undo = reverse("programmes:conflicts", args=[conflict.officer_id])
    toast(request, _("Conflict of interest removed."), undo=undo, undo_fields=back)
    return redirect("programmes:officer", conflict.officer_id)


@require_POST
@desk_page
def pairs(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """Always or never with another."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    form = PairForm(one, request.POST)
    if form.is_valid():
        other = form.cleaned_data["other"]
        try:
            bond = pair(actor, one, other, together=form.cleaned_data["together"] == "yes")
        except Refused as refusal:
            form.add_error("other", str(refusal))
        else:
            undo = reverse("programmes:pair_removal", args=[bond.pk])
            toast(request, _("%(one)s and %(other)s: noted.") % {"one": one, "other": other}, undo=undo)
            return redirect("programmes:officer", one.pk)
    return officer_page(request, one, pair_form=form)


@require_POST
@desk_page
def pair_removal(request: HttpRequest, actor: Actor, pair_id: int) -> HttpResponse:
    """They may work together, and need not."""
    require_officer(actor)
    seen = visible_officers(actor).values("pk")
    bond = get_object_or_404(Pair.objects.select_related("first", "second"), pk=pair_id, first__in=seen)
    unpair(actor, bond)
    undo = reverse("programmes:pairs", args=[bond.first_id])
    back = {"other": str(bond.second.number), "together": "yes" if bond.together else "no"}
    toast(request, _("Noted no more."), undo=undo, undo_fields=back)
    return redirect("programmes:officer", bond.first_id)


def officer_page(
    request: HttpRequest,
    one: Officer,
    *,
    absence_form: AbsenceForm | None = None,
    certificate_form: CertificateForm | None = None,
    conflict_form: ConflictForm | None = None,
    pair_form: PairForm | None = None,
) -> HttpResponse:
    """The page, with a form that was refused as it was typed."""
    tongue, zone = get_language() or "id", one.programme.zone
    bonds = Pair.objects.filter(Q(first=one) | Q(second=one)).select_related("first", "second")
    last_day = one.programme.last_day
    certificates = list(one.certificates.select_related("checked_by").order_by("expires", "pk"))
    context = {
        "officer": one,
        "nationality": country_name(one.nationality, tongue) if one.nationality else "",
        "languages": [(spoken_name(each.language), each) for each in one.languages.order_by("language")],
        "certificates": certificates,
        "ending_early": [each for each in certificates if each.expires and each.expires < last_day],
        "absences": [
            (each, f"{moment_there(each.during.lower, zone)} – {moment_there(each.during.upper, zone)}")
            for each in one.absences.order_by("during")
        ],
        "conflicts": one.conflicts.select_related("delegation").order_by("delegation__name"),
        "pairs": [(each, each.second if each.first_id == one.pk else each.first) for each in bonds],
        "days": days_told(one.days),
        "wishes": wishes_counted(one),
        "window": _window(one),
        "asked": one.deletion_requests.filter(state=DeletionRequest.State.WAITING).first(),
        "kept_until": kept_until(one.programme, one.programme.keep_days),
        "certificate_form": certificate_form or CertificateForm(),
        "absence_form": absence_form or AbsenceForm(),
        "conflict_form": conflict_form or ConflictForm(one.programme),
        "pair_form": pair_form or PairForm(one),
    }
    refused = any(form is not None for form in (absence_form, certificate_form, conflict_form, pair_form))
    return shown(request, one.programme, "programmes/officer.html", context, status=422 if refused else 200)


def _window(one: Officer) -> str:
    if (one.window_from, one.window_until) == (0, DAY):
        return _("at any hour")
    return f"{minute_text(one.window_from)}–{minute_text(one.window_until)}"
