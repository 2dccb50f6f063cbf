"""The places of a programme, and the matrix of minutes from one to another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.places import keep_place, remove_place, set_travel
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Place, Programme, Travel
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.programmes.web.officer_forms import PlaceForm
from jembatan.programmes.web.pages.found import form_page, found, shown

MATRIX_UP_TO = 40
"""A table of more places than these has too many cells to be filled in on one page: then one place at a time is shown."""


@desk_page
def places(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The list with the matrix; POST adds one."""
    programme = found(actor, programme_id)
    form = PlaceForm(request.POST or None)
    if request.method == "POST":
        require_writer(actor)
        if form.is_valid():
            try:
                kept = keep_place(actor, programme, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("name", str(refusal))
            else:
                undo = reverse("programmes:place_removal", args=[kept.pk])
                toast(request, _("%(name)s added.") % {"name": kept}, undo=undo)
                return redirect("programmes:places", programme.pk)
    return _page(request, programme, form, typed={})


def _page(
    request: HttpRequest, programme: Programme, form: PlaceForm, *, typed: dict[str, str], refusal: str = ""
) -> HttpResponse:
    """As it stands; what was typed into the matrix and refused stays typed."""
    all_places = list(programme.places.order_by("kind", "name"))
    chosen = record_number(request.GET.get("origin", ""))
    large = len(all_places) > MATRIX_UP_TO
    origins = all_places
    if large:
        origins = [each for each in all_places if each.pk == chosen] or all_places[:1]
    minutes = {
        (travel.origin_id, travel.destination_id): travel.minutes
        for travel in Travel.objects.filter(origin__in=origins)
    }
    matrix = [
        (
            origin,
            [
                (to, name := f"{origin.pk}-{to.pk}", typed.get(name, minutes.get((origin.pk, to.pk), "")))
                for to in all_places
            ],
        )
        for origin in origins
    ]
    context = {
        "places": all_places,
        "matrix": matrix if len(all_places) > 1 else [],
        "large": large,
        "form": form,
        "refusal": refusal,
    }
    status = 422 if form.errors or refusal else 200
    return shown(request, programme, "programmes/places.html", context, status=status)


@require_POST
@desk_page
def travel(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The minutes as typed; fields are named "origin-destination", and an empty one takes no time."""
    require_writer(actor)
    programme = found(actor, programme_id)
    typed = {name: str(value).strip() for name, value in request.POST.items() if "-" in name}
    wanted: dict[tuple[int, int], int | None] = {}
    try:
        for name, value in typed.items():
            origin, _dash, to = name.partition("-")
            way = (record_number(origin), record_number(to))
            if way[0] is None or way[1] is None:
                continue
            number = record_number(value) if value else None
            if value and number is None:
                raise Refused(_("“%(text)s” is no number of minutes.") % {"text": value[:20]})
            wanted[way[0], way[1]] = number
        before = set_travel(actor, programme, wanted)
    except Refused as refusal:
        return _page(request, programme, PlaceForm(), typed=typed, refusal=str(refusal))
    undo = reverse("programmes:travel", args=[programme.pk])
    back = {f"{way[0]}-{way[1]}": "" if was is None else str(was) for way, was in before.items()}
    toast(request, _("Travel times saved."), undo=undo if before else "", undo_fields=back)
    return redirect("programmes:places", programme.pk)


@desk_page
def place(request: HttpRequest, actor: Actor, place_id: int) -> HttpResponse:
    """Another name, kind or address."""
    require_writer(actor)
    one = _place(actor, place_id)
    before = {"name": one.name, "kind": one.kind, "address": one.address}
    form = PlaceForm(request.POST or None, initial=before)
    back = reverse("programmes:places", args=[one.programme_id])
    if request.method == "POST" and form.is_valid():
        try:
            keep_place(actor, one.programme, place=one, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            undo = reverse("programmes:place", args=[one.pk])
            toast(request, _("%(name)s saved.") % {"name": one}, undo=undo, undo_fields=before)
            return redirect(back)
    return form_page(request, one.programme, form, title=before["name"], back=back)


@require_POST
@desk_page
def place_removal(request: HttpRequest, actor: Actor, place_id: int) -> HttpResponse:
    """Nothing happens there."""
    require_writer(actor)
    one = _place(actor, place_id)
    back = {"name": one.name, "kind": one.kind, "address": one.address}
    try:
        remove_place(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("programmes:places", args=[one.programme_id])
        toast(request, _("%(name)s removed.") % {"name": back["name"]}, undo=undo, undo_fields=back)
    return redirect("programmes:places", one.programme_id)


def _place(actor: Actor, place_id: int) -> Place:
    seen = Place.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return get_object_or_404(seen.select_related("programme__dossier"), pk=place_id)
