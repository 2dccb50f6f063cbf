"""What delegations do: one's own items, and those for everybody."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.itineraries import add_item, change_item, meeting_fields
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation, ItineraryItem, Programme
from jembatan.programmes.queries.itinerary_list import ItineraryFilter, items_of, movements_of
from jembatan.programmes.queries.programme_days import days_of
from jembatan.programmes.web.delegation_forms import ItemForm, item_typed
from jembatan.programmes.web.pages.found import form_page, found, found_delegation, found_item, shown

MEETINGS_OFFERED = 300


@desk_page
def itinerary(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The movements of a day and the items of the programme in time order, narrowed by delegation; `?day=all` has no day."""
    programme, after = found(actor, programme_id), request.GET.get("after", "")
    said = {name: request.GET.get(name, "") for name in ("day", "delegation")}
    narrowed = ItineraryFilter.read(programme, **said)
    page = items_of(programme, narrowed, after=after)
    context: dict[str, object] = {
        "rows": page.rows,
        "more_url": more_url(request.path, page.next_after, **said),
    }
    if after and request.htmx:
        return shown(request, programme, "programmes/itinerary.html#rows", context)
    context |= {
        "narrowed": narrowed,
        "movements": movements_of(programme, narrowed),
        "days": days_of(programme),
        "delegations": programme.delegations.order_by("name").only("pk", "name"),
    }
    return shown(request, programme, "programmes/itinerary.html", context)


@desk_page
def new_shared_item(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """For everybody."""
    require_writer(actor)
    programme = found(actor, programme_id)
    back = reverse("programmes:itinerary", args=[programme.pk])
    return _new(request, actor, programme, None, back)


@desk_page
def new_item(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """For one delegation."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    return _new(request, actor, one.programme, one, reverse("programmes:delegation", args=[one.pk]))


def _new(
    request: HttpRequest, actor: Actor, programme: Programme, one: Delegation | None, back: str
) -> HttpResponse:
    form = ItemForm(programme, _meetings(actor, programme), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = form.cleaned_data["meeting"]
            taken = meeting_fields(meeting) if meeting else {}
            added = add_item(actor, programme, delegation=one, **form.values(taken))
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            undo = reverse("programmes:item_cancellation", args=[added.pk])
            toast(request, _("%(title)s added.") % {"title": added}, undo=undo)
            return redirect(back)
    title = _("Add to the itinerary of %(name)s") % {"name": one} if one else _("Add something for everybody")
    return form_page(request, programme, form, title=title, back=back)


@desk_page
def item(request: HttpRequest, actor: Actor, itinerary_item_id: int) -> HttpResponse:
    """Changing it; its duties follow."""
    require_writer(actor)
    one = found_item(actor, itinerary_item_id)
    before, programme, back = item_typed(one), one.programme, _back(one)
    form = ItemForm(programme, _meetings(actor, programme, one), request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = form.cleaned_data["meeting"]
            fields = form.values(meeting_fields(meeting) if meeting else {})
            changed = change_item(actor, one, version=form.cleaned_data["version"] or 0, **fields)
        except ChangedMeanwhile as conflict:
            sent = on_version(request.POST, conflict.record.version)
            form = ItemForm(programme, _meetings(actor, programme, one), sent)
            form.add_error(
                None, _("Someone else has changed this in the meantime. Send yours again to replace it.")
            )
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            undo = reverse("programmes:item", args=[one.pk])
            sent_back = {**before, "version": str(changed.version)}
            toast(request, _("%(title)s saved.") % {"title": changed}, undo=undo, undo_fields=sent_back)
            return redirect(back)
    return form_page(request, programme, form, title=str(one), back=back, item=one)


@require_POST
@desk_page
def item_cancellation(request: HttpRequest, actor: Actor, itinerary_item_id: int) -> HttpResponse:
    """It does not take place; its duties are cancelled with it."""
    return _set_cancelled(request, actor, itinerary_item_id, cancelled=True)


@require_POST
@desk_page
def item_return(request: HttpRequest, actor: Actor, itinerary_item_id: int) -> HttpResponse:
    """It takes place after all."""
    return _set_cancelled(request, actor, itinerary_item_id, cancelled=False)


def _set_cancelled(
    request: HttpRequest, actor: Actor, itinerary_item_id: int, *, cancelled: bool
) -> HttpResponse:
    require_writer(actor)
    one = found_item(actor, itinerary_item_id)
    changed = change_item(actor, one, version=one.version, cancelled=cancelled)
    inverse = "programmes:item_return" if cancelled else "programmes:item_cancellation"
    told = _("%(title)s is cancelled.") if cancelled else _("%(title)s takes place.")
    toast(request, told % {"title": changed}, undo=reverse(inverse, args=[changed.pk]))
    return redirect(_back(changed))


def _back(one: ItineraryItem) -> str:
    if one.delegation_id:
        return reverse("programmes:delegation", args=[one.delegation_id])
    return reverse("programmes:itinerary", args=[one.programme_id])


def _meetings(actor: Actor, programme: Programme, one: ItineraryItem | None = None) -> QuerySet[Meeting]:
    """Those around the days of the programme, and the one that is chosen already."""
    seen = visible_meetings(actor)
    around = seen.filter(starts_at__date__range=(programme.first_day, programme.last_day))
    chosen = seen.filter(pk=one.meeting_id) if one and one.meeting_id else seen.none()
    return (around | chosen).order_by("starts_at", "pk")
