"""The officers of a programme: the list, one added, one changed, ended and back again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.officers import add_officer, change_officer, end_officer
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Officer
from jembatan.programmes.models.levels import Cefr
from jembatan.programmes.queries.officer_list import OfficerFilter, number_of, officers_of, spoken_in
from jembatan.programmes.queries.programme_days import days_of
from jembatan.programmes.web.officer_forms import OfficerForm, officer_typed
from jembatan.programmes.web.pages.found import form_page, found, found_officer, shown


@desk_page
def officers(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """By number, narrowed by language, post, status, day and words."""
    programme = found(actor, programme_id)
    query = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    narrowed, after = OfficerFilter.read(query), query.pop("after", "")
    page = officers_of(programme, narrowed, after=after)
    context: dict[str, object] = {
        "rows": page.rows,
        "more_url": more_url(request.path, page.next_after, **query),
    }
    if after and request.htmx:
        return shown(request, programme, "programmes/officers.html#rows", context)
    context |= {
        "narrowed": narrowed,
        "number": number_of(programme, narrowed),
        "spoken": spoken_in(programme),
        "levels": Cefr.values,
        "days": days_of(programme),
        "posts": programme.posts.order_by("name").only("pk", "name"),
    }
    return shown(request, programme, "programmes/officers.html", context)


@desk_page
def new_officer(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """By name."""
    require_officer(actor)
    programme = found(actor, programme_id)
    form = OfficerForm(programme, request.POST or None)
    back = reverse("programmes:officers", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            added = add_officer(actor, programme, languages=form.levels(), **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("programmes:officer_ending", args=[added.pk])
            toast(request, _("%(name)s added.") % {"name": added}, undo=undo)
            return redirect("programmes:officer", added.pk)
    return form_page(request, programme, form, title=_("Add an officer"), back=back)


@desk_page
def officer_edit(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """What is known of them."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    programme, before = one.programme, officer_typed(one)
    form = OfficerForm(programme, request.POST or None, initial=before)
    back = reverse("programmes:officer", args=[one.pk])
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_officer(
                actor,
                one,
                version=form.cleaned_data["version"] or 0,
                languages=form.levels(),
                **form.values(),
            )
        except ChangedMeanwhile as conflict:
            form = OfficerForm(programme, on_version(request.POST, conflict.record.version))
            form.add_error(
                None, _("Someone else has changed this in the meantime. Send yours again to replace it.")
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("programmes:officer_edit", args=[one.pk])
            sent_back = {**before, "version": str(changed.version)}
            toast(request, _("%(name)s saved.") % {"name": changed}, undo=undo, undo_fields=sent_back)
            return redirect(back)
    return form_page(request, programme, form, title=str(one), back=back)


@require_POST
@desk_page
def officer_ending(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """Works for the programme no more."""
    require_officer(actor)
    before = found_officer(actor, lo_id)
    try:
        one = end_officer(actor, before, ended=True)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("programmes:officer", before.pk)
    undo = reverse("programmes:officer_return", args=[one.pk])
    toast(request, _("%(name)s works for the programme no more.") % {"name": one}, undo=undo)
    return redirect("programmes:officers", one.programme_id)


@require_POST
@desk_page
def officer_return(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """Works for it again."""
    require_officer(actor)
    before = found_officer(actor, lo_id)
    try:
        one: Officer = end_officer(actor, before, ended=False)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("programmes:officer", before.pk)
    undo = reverse("programmes:officer_ending", args=[one.pk])
    toast(request, _("%(name)s works for the programme again.") % {"name": one}, undo=undo)
    return redirect("programmes:officer", one.pk)
