"""`a` and `m`: who answers for a conversation."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.assign import assign
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.owners import may_own
from jembatan.correspondence.queries.presence import others_among
from jembatan.correspondence.queries.rows import rows_of
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.lines import lines_of
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


class OwnerForm(forms.Form):
    """A member of the desk, or nobody."""

    owner = forms.ModelChoiceField(User.objects.all(), required=False)


@desk_page
def owner(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """GET: the members to choose from; POST: the chosen one (none: nobody) answers for it."""
    require_officer(actor)
    thread = get_object_or_404(visible_threads(actor).select_related("owner"), pk=thread_id)
    address = reverse("correspondence:thread", args=[thread.pk])
    if request.method != "POST":
        context = {
            "thread": thread,
            "members": may_own(actor.desk),
            "next": came_from(request, default=address),
        }
        return render(request, "correspondence/owner.html", context)
    form = OwnerForm(request.POST)
    if form.is_valid():
        _assign(request, actor, thread, form.cleaned_data["owner"])
    if request.htmx:
        rows = rows_of(actor, visible_threads(actor).filter(pk=thread.pk), limit=1)
        return render(
            request,
            "correspondence/rows.html",
            {"lines": lines_of(rows, others_among(actor)), "with_actions": True},
        )
    return redirect(came_from(request, default=address))


def _assign(request: HttpRequest, actor: Actor, thread: Thread, owner: User | None) -> None:
    try:
        before = assign(actor, thread, owner=owner)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return
    text = (
        _("%(name)s answers for it now.") % {"name": owner.full_name}
        if owner
        else _("Nobody answers for it now.")
    )
    fields = {"owner": str(before.pk) if before else ""}
    fields["next"] = came_from(request, default=reverse("correspondence:thread", args=[thread.pk]))
    toast(request, text, undo=reverse("correspondence:owner", args=[thread.pk]), undo_fields=fields)
