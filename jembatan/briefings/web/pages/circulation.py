"""Who gets a brief, and that it was read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.briefings.actions.circulate import circulate, say_read, take_off
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def circulation(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Those who are ticked are put on the list."""
    require_officer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    wanted = [number for typed in request.POST.getlist("user") if (number := record_number(typed))]
    members = User.objects.filter(memberships__desk=actor.desk, pk__in=wanted).order_by("full_name")
    try:
        added = circulate(actor, brief, list(members))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        if added:
            names = ", ".join(each.user.full_name for each in added)
            toast(request, _("It stands on Today for %(names)s.") % {"names": names})
        else:
            toast(request, _("Nobody was chosen."), tone="info")
    return redirect("briefings:cleared", brief_id=brief.pk)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, brief_id: int, user_id: int) -> HttpResponse:
    """Off the list; the toast puts them back."""
    require_officer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    user = get_object_or_404(User, pk__in=brief.readers.values("user"), pk=user_id)
    take_off(actor, brief, user)
    toast(
        request,
        _("%(name)s is off the list.") % {"name": user.full_name},
        undo=reverse("briefings:circulation", args=[brief.pk]),
        undo_fields={"user": str(user.pk)},
    )
    return redirect("briefings:cleared", brief_id=brief.pk)


@require_POST
@desk_page
def reading(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Somebody on the list has read it."""
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    if say_read(actor, brief) is not None:
        toast(request, _("Noted that you have read it."))
    return redirect("briefings:cleared", brief_id=brief.pk)
