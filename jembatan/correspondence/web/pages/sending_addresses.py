"""Settings: an address that the desk's mail is from."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.sending_addresses import bring_back_address, keep_address, retire_address
from jembatan.correspondence.models import SendingAddress
from jembatan.correspondence.queries.owners import may_own
from jembatan.correspondence.queries.sending import all_addresses, servers
from jembatan.platform.access import require_head
from jembatan.platform.ui.forms import name_nothing, offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class AddressForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Whom mail is from."""

    class Meta:
        model = SendingAddress
        fields = ["name", "email", "server", "user", "reply_to", "signature"]
        widgets = {"signature": forms.Textarea({"rows": 4})}

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "server", servers(actor))
        offer_records(self, "user", User.objects.filter(pk__in=[user.pk for user in may_own(actor.desk)]))
        name_nothing(self, "server", None)
        name_nothing(self, "user", _("Everyone of the desk"))


@desk_page
def address(request: HttpRequest, actor: Actor, address_id: int | None = None) -> HttpResponse:
    """A new address, or an existing one changed."""
    require_head(actor)
    stored = get_object_or_404(all_addresses(actor), pk=address_id) if address_id else None
    form = AddressForm(actor, request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        try:
            keep_address(actor, stored, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The address is saved."))
            return redirect("correspondence:sending")
    context = {"form": form, "address": stored}
    return render(request, "correspondence/sending_address.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def address_retirement(request: HttpRequest, actor: Actor, address_id: int) -> HttpResponse:
    """Nothing new is from it; the toast brings it back."""
    retired = retire_address(actor, get_object_or_404(all_addresses(actor), pk=address_id))
    undo = reverse("correspondence:sending_address_return", args=[retired.pk])
    toast(request, _("No mail is from %(address)s any more.") % {"address": retired.email}, undo=undo)
    return redirect("correspondence:sending")


@require_POST
@desk_page
def address_return(request: HttpRequest, actor: Actor, address_id: int) -> HttpResponse:
    """Mail may be from it again."""
    stored = get_object_or_404(SendingAddress.objects.filter(desk=actor.desk), pk=address_id)
    try:
        bring_back_address(actor, stored)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("correspondence:sending")
