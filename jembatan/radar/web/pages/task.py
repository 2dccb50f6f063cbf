"""A signal becomes a task: whose, what, by when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.directory.web.day_field import day_field
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.radar.actions.settle import LONGEST, drop, finish, take_on
from jembatan.radar.models import Signal, SignalTask
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.queries.wording.rules import WORDS
from jembatan.radar.web.found import page_before, signal_or_404


class TaskForm(forms.Form):
    """The first step of the playbook stands there already."""

    what = forms.CharField(label=gettext_lazy("Task"), max_length=LONGEST, widget=forms.Textarea({"rows": 2}))
    member: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        label=gettext_lazy("Colleague"), queryset=User.objects.none(), empty_label=None
    )
    due = day_field(gettext_lazy("By when"))

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        writers = Membership.objects.filter(desk=actor.desk).exclude(role=Role.READER)
        members = User.objects.filter(memberships__in=writers, is_active=True)
        offer_records(self, "member", members.order_by("full_name"))


@desk_page
def taking(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """GET asks; the actor's own unless said otherwise. The way back leads to the task that stood there before, if any."""
    require_writer(actor)
    found, page = signal_or_404(actor, signal_id), page_before(request)
    undo, fields = _way_back(found)
    first = {"what": WORDS[found.rule].playbook[0], "member": actor.user}
    form = TaskForm(actor, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            take_on(actor, found, **form.cleaned_data)
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            toast(request, _("The signal is a task now."), undo=undo, undo_fields=fields | {"next": page})
            return redirect(page)
    context = {"signal": found, "sentence": explained(found), "form": form, "next": page}
    return render(request, "radar/task.html", context, status=422 if form.errors else 200)


def _way_back(signal: Signal) -> tuple[str, dict[str, str]]:
    before: SignalTask | None = getattr(signal, "task", None)
    if before is None or before.done_at is not None:
        return reverse("radar:dropping", args=[signal.pk]), {}
    due = before.due.isoformat() if before.due else ""
    told = {"what": before.what, "member": str(before.member_id), "due": due}
    return reverse("radar:taking", args=[signal.pk]), told


@require_POST
@desk_page
def finishing(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """Done, with the way back in the toast."""
    found, page = signal_or_404(actor, signal_id), page_before(request)
    finish(actor, found)
    undo = reverse("radar:dropping", args=[found.pk])
    toast(request, _("The task is done."), undo=undo, undo_fields={"next": page})
    return redirect(page)


@require_POST
@desk_page
def dropping(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """No task after all, or not done after all."""
    drop(actor, signal_or_404(actor, signal_id))
    return redirect(page_before(request))
