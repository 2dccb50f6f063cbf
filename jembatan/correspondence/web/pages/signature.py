"""Settings: what stands below a member's own mail."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.sending_addresses import keep_signature
from jembatan.correspondence.models import SendingAddress
from jembatan.correspondence.queries.sending import own_addresses
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class SignatureForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Below mail from one address."""

    class Meta:
        model = SendingAddress
        fields = ["signature"]
        widgets = {"signature": forms.Textarea({"rows": 5})}


@desk_page
def signature(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: every address that is the reader's alone. POST: `address` and the words below its mail."""
    require_writer(actor)
    if request.method == "POST":
        number = record_number(request.POST.get("address", "")) or 0
        address = get_object_or_404(own_addresses(actor), pk=number)
        form = SignatureForm(request.POST)
        if form.is_valid():
            keep_signature(actor, address, signature=form.cleaned_data["signature"])
            toast(request, _("Your signature is saved."))
        return redirect("correspondence:signature")
    own = [SignatureForm(instance=each, auto_id=f"id_{each.pk}_%s") for each in own_addresses(actor)]
    return render(request, "correspondence/signature.html", {"forms": own})
