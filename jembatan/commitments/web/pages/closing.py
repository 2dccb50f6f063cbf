"""Kept, withdrawn, moved to another day, open again: one promise, or those that are ticked."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep, keep_several, open_again, open_several, withdraw
from jembatan.commitments.actions.record import LONGEST
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.web.found import page_before, promise_or_404
from jembatan.directory.web.day_field import day_field
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


class WithdrawalForm(forms.Form):
    """Why nobody owes it any more."""

    reason = forms.CharField(
        label=gettext_lazy("Why does nobody owe it any more?"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )


class AnotherDayForm(forms.Form):
    """When now, and why."""

    due = day_field(gettext_lazy("By when now"))
    why = forms.CharField(
        label=gettext_lazy("Why has the day moved?"), max_length=LONGEST, widget=forms.Textarea({"rows": 2})
    )

    def clean_due(self) -> object:
        """One has to be named."""
        if not self.cleaned_data["due"]:
            raise ValidationError(_("Name a day."))
        return self.cleaned_data["due"]


@require_POST
@desk_page
def keeping(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """It is kept, with the way back in the toast."""
    found = keep(actor, promise_or_404(actor, commitment_id))
    page = page_before(request, found)
    undo = reverse("commitments:opening", args=[found.pk])
    toast(request, _("The promise is kept."), undo=undo, undo_fields={"next": page})
    return redirect(page)


@require_POST
@desk_page
def opening(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """It is still owed."""
    found = open_again(actor, promise_or_404(actor, commitment_id))
    return redirect(page_before(request, found))


@desk_page
def withdrawal(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """GET asks for the reason."""
    require_writer(actor)
    found = promise_or_404(actor, commitment_id)
    page, form = page_before(request, found), WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(actor, found, form.cleaned_data["reason"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            undo = reverse("commitments:opening", args=[found.pk])
            toast(request, _("The promise is withdrawn."), undo=undo, undo_fields={"next": page})
            return redirect(page)
    context = {"promise": found, "form": form, "next": page}
    return render(request, "commitments/withdrawal.html", context, status=422 if form.errors else 200)


@desk_page
def another_day(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """GET asks for the day and the reason. The way back is another move, which says so."""
    require_writer(actor)
    found = promise_or_404(actor, commitment_id)
    page, form = page_before(request, found), AnotherDayForm(request.POST or None, initial={"due": found.due})
    if request.method == "POST" and form.is_valid():
        try:
            renegotiate(actor, found, form.cleaned_data["due"], form.cleaned_data["why"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            undo = request.path if found.due else ""
            fields = (
                {"due": found.due.isoformat(), "why": _("Taken back."), "next": page} if found.due else {}
            )
            toast(request, _("The day has moved."), undo=undo, undo_fields=fields)
            return redirect(page)
    context = {"promise": found, "form": form, "next": page}
    return render(request, "commitments/another_day.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def keeping_several(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that are ticked (`chosen`) are kept."""
    kept = keep_several(actor, _chosen(request))
    page = came_from(request, default=reverse("commitments:promises"))
    if kept:
        told = ngettext("%(number)s promise is kept.", "%(number)s promises are kept.", len(kept))
        fields = {"chosen": ",".join(str(each.pk) for each in kept), "next": page}
        undo = reverse("commitments:opening_several")
        toast(request, told % {"number": len(kept)}, undo=undo, undo_fields=fields)
    else:
        toast(request, _("Tick at least one promise."), tone="info")
    return redirect(page)


@require_POST
@desk_page
def opening_several(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The undo of keeping several."""
    open_several(actor, _chosen(request))
    return redirect(came_from(request, default=reverse("commitments:promises")))


def _chosen(request: HttpRequest) -> list[int]:
    """Each ticked row sends its own number; the undo sends all in one."""
    numbers = (record_number(each) for text in request.POST.getlist("chosen") for each in text.split(","))
    return [number for number in numbers if number is not None]
