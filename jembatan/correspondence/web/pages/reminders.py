"""Reminders: seen to by a member, and set for the desk by its head."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.reminders.settle import (
    bring_back_reminder,
    remind_by_mail,
    see_reminder,
    set_rules,
)
from jembatan.correspondence.models import ReminderRules
from jembatan.correspondence.queries.reminders.rules import is_reminded_by_mail, rules_of
from jembatan.correspondence.queries.reminders.unseen import own_reminders
from jembatan.correspondence.queries.sending import all_addresses
from jembatan.correspondence.reminding import Rules
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


class RulesForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Hours of each step; an empty field leaves it out."""

    class Meta:
        model = ReminderRules
        fields = ("before_hours", "deputy_hours", "head_hours")
        help_texts = {"before_hours": gettext_lazy("Empty: nobody is reminded before.")}

    @property
    def rules(self) -> Rules:
        """What a valid form says."""
        given = self.cleaned_data
        return Rules(before=given["before_hours"], deputy=given["deputy_hours"], head=given["head_hours"])


@desk_page
def reminder_rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone; POST: the head sets them."""
    if request.method == "POST":
        require_head(actor)
    form = RulesForm(request.POST or None, instance=rules_of(actor.desk))
    if request.method == "POST" and form.is_valid():
        set_rules(actor, form.rules)
        toast(request, _("The rules of reminders are saved."))
        return redirect("correspondence:reminder_rules")
    context = {
        "form": form,
        "rules": rules_of(actor.desk),
        "by_mail": is_reminded_by_mail(actor),
        "can_mail": all_addresses(actor).filter(user__isnull=True).exists(),
    }
    return render(request, "correspondence/reminder_rules.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def by_mail(request: HttpRequest, actor: Actor) -> HttpResponse:
    """With `wanted`, the member's own reminders come by mail, too; without, no more."""
    wanted = bool(request.POST.get("wanted"))
    remind_by_mail(actor, wanted=wanted)
    toast(
        request,
        _("You are reminded by mail, too.") if wanted else _("You are not reminded by mail any more."),
    )
    return redirect("correspondence:reminder_rules")


@require_POST
@desk_page
def sight(request: HttpRequest, actor: Actor, reminder_id: int) -> HttpResponse:
    """Seen; what it is about stays due."""
    reminder = get_object_or_404(own_reminders(actor), pk=reminder_id)
    see_reminder(actor, reminder)
    undo = reverse("correspondence:reminder_return", args=[reminder.pk])
    toast(request, _("Seen. It stays due."), undo=undo)
    return redirect(came_from(request, default=reverse("ui:today")))


@require_POST
@desk_page
def reminder_return(request: HttpRequest, actor: Actor, reminder_id: int) -> HttpResponse:
    """The reminder is there again."""
    bring_back_reminder(actor, get_object_or_404(own_reminders(actor), pk=reminder_id))
    return redirect(came_from(request, default=reverse("ui:today")))
