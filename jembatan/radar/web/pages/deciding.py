"""A signal is dismissed for a reason, and taken up again where that was wrong."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.radar.actions.settle import LONGEST, dismiss, restore
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.web.found import page_before, signal_or_404


class DismissalForm(forms.Form):
    """Why it is no fault."""

    reason = forms.CharField(
        label=gettext_lazy("Why is this no fault?"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 2, "autofocus": True}),
        help_text=gettext_lazy("It does not come back unless its evidence changes."),
    )


@desk_page
def dismissal(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """GET asks for the reason."""
    require_writer(actor)
    found = signal_or_404(actor, signal_id)
    page, form = page_before(request), DismissalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            dismiss(actor, found, form.cleaned_data["reason"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            undo = reverse("radar:restoring", args=[found.pk])
            toast(request, _("The signal is dismissed."), undo=undo, undo_fields={"next": page})
            return redirect(page)
    context = {"signal": found, "sentence": explained(found), "form": form, "next": page}
    return render(request, "radar/dismissal.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def restoring(request: HttpRequest, actor: Actor, signal_id: int) -> HttpResponse:
    """It is a fault after all."""
    restore(actor, signal_or_404(actor, signal_id))
    return redirect(page_before(request))
