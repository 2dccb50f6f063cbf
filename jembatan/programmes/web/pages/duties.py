"""The duties of a programme: the list, one made or changed by hand, cancelled and taken up again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.duties import add_duty, change_duty, let_overlap
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Duty, Programme
from jembatan.programmes.queries.duty_list import DutyFilter, duties_of, totals
from jembatan.programmes.queries.local_times import clock_there
from jembatan.programmes.queries.plannable import why_nobody
from jembatan.programmes.queries.programme_days import days_of
from jembatan.programmes.queries.reliefs import too_short
from jembatan.programmes.web.duty_forms import DutyForm, duty_typed
from jembatan.programmes.web.pages.found import form_page, found, found_duty, shown


@desk_page
def duties(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """In time order, narrowed by day, delegation, post, state and words."""
    programme = found(actor, programme_id)
    query = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    narrowed, after = DutyFilter.read(query), query.pop("after", "")
    page = duties_of(programme, narrowed, after=after)
    context: dict[str, object] = {
        "rows": page.rows,
        "more_url": more_url(request.path, page.next_after, **query),
    }
    if after and request.htmx:
        return shown(request, programme, "programmes/duties.html#rows", context)
    number, officers = totals(programme, narrowed)
    context |= {
        "narrowed": narrowed,
        "number": number,
        "officers": officers,
        "days": days_of(programme),
        "delegations": programme.delegations.order_by("name").only("pk", "name"),
        "posts": programme.posts.order_by("name").only("pk", "name"),
    }
    return shown(request, programme, "programmes/duties.html", context)


@desk_page
def new_duty(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """By hand; `?delegation=` is chosen beforehand."""
    require_writer(actor)
    programme = found(actor, programme_id)
    form = DutyForm(
        programme, request.POST or None, initial={"delegation": request.GET.get("delegation", "")}
    )
    back = reverse("programmes:duties", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            added = add_duty(actor, programme, **form.values())
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            undo = reverse("programmes:duty_cancellation", args=[added.pk])
            toast(request, _("%(title)s added.") % {"title": added}, undo=undo)
            _warn(request, added)
            return redirect(f"{back}?day={added.day.isoformat()}")
    return form_page(request, programme, form, title=_("Add a duty"), back=back)


@desk_page
def duty(request: HttpRequest, actor: Actor, duty_id: int) -> HttpResponse:
    """Changing it by hand; templates leave it alone from then on."""
    require_writer(actor)
    one = found_duty(actor, duty_id)
    programme, before = one.programme, duty_typed(one)
    back = f"{reverse('programmes:duties', args=[programme.pk])}?day={one.day.isoformat()}"
    form = DutyForm(programme, request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_duty(actor, one, version=form.cleaned_data["version"] or 0, **form.values())
        except ChangedMeanwhile as conflict:
            form = DutyForm(programme, on_version(request.POST, conflict.record.version))
            form.add_error(
                None, _("Someone else has changed this in the meantime. Send yours again to replace it.")
            )
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            undo = reverse("programmes:duty", args=[one.pk])
            sent_back = {**before, "version": str(changed.version)}
            toast(request, _("%(title)s saved.") % {"title": changed}, undo=undo, undo_fields=sent_back)
            _warn(request, changed)
            return redirect(back)
    reliefs = too_short(one)
    return form_page(
        request, programme, form, title=str(one), back=back, duty=one, intro=_intro(one), reliefs=reliefs
    )


def _warn(request: HttpRequest, changed: Duty) -> None:
    trouble = why_nobody(changed.programme, changed.day, changed.starts_at, changed.ends_at)
    if trouble and not changed.cancelled:
        toast(request, trouble, tone="danger")
    for relief in too_short(changed):
        told = _(
            "“%(then)s” relieves “%(first)s” with too little time for a handover. Open either to let them overlap."
        )
        toast(request, told % {"first": relief.first, "then": relief.then}, tone="info")


@require_POST
@desk_page
def duty_overlap(request: HttpRequest, actor: Actor, duty_id: int) -> HttpResponse:
    """It lasts on for the handover to whoever relieves it."""
    require_writer(actor)
    one = found_duty(actor, duty_id)
    before = duty_typed(one)
    try:
        changed = let_overlap(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("programmes:duty", one.pk)
    told = _("%(title)s lasts until %(until)s.") % {
        "title": changed,
        "until": clock_there(changed.ends_at, changed.programme.zone),
    }
    sent_back = {**before, "version": str(changed.version)}
    toast(request, told, undo=reverse("programmes:duty", args=[one.pk]), undo_fields=sent_back)
    _warn(request, changed)
    return redirect(_list_of(changed.programme, changed))


@require_POST
@desk_page
def duty_cancellation(request: HttpRequest, actor: Actor, duty_id: int) -> HttpResponse:
    """It does not take place."""
    return _set_cancelled(request, actor, duty_id, cancelled=True)


@require_POST
@desk_page
def duty_return(request: HttpRequest, actor: Actor, duty_id: int) -> HttpResponse:
    """It takes place after all."""
    return _set_cancelled(request, actor, duty_id, cancelled=False)


def _set_cancelled(request: HttpRequest, actor: Actor, duty_id: int, *, cancelled: bool) -> HttpResponse:
    require_writer(actor)
    one = found_duty(actor, duty_id)
    changed = change_duty(actor, one, version=one.version, cancelled=cancelled)
    inverse = "programmes:duty_return" if cancelled else "programmes:duty_cancellation"
    told = _("%(title)s is cancelled.") if cancelled else _("%(title)s takes place.")
    toast(request, told % {"title": changed}, undo=reverse(inverse, args=[changed.pk]))
    return redirect(_list_of(changed.programme, changed))


def _list_of(programme: Programme, one: Duty) -> str:
    return f"{reverse('programmes:duties', args=[programme.pk])}?day={one.day.isoformat()}"


def _intro(one: Duty) -> str:
    if one.template_id is None:
        return ""
    if one.by_hand:
        return _("Changed by hand: no run of the templates changes it any more.")
    return _("Made by a template. What you change here, no run of the templates changes again.")
