"""The address that a member signs in with, which the head gives."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actions.sign_in_address import AddressTaken, WorksElsewhere, change_member_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.web.pages.members import member_or_404
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class AddressForm(forms.Form):
    """The new one."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), help_text=gettext_lazy("They sign in with it.")
    )


@desk_page
def member_address(request: HttpRequest, actor: Actor, membership_id: int) -> HttpResponse:
    """The form, and its saving; the toast gives the old address back."""
    membership = member_or_404(actor, membership_id)
    require_head(actor)
    before = membership.user.email
    form = AddressForm(request.POST or None, initial={"email": before})
    if request.method == "POST" and form.is_valid():
        try:
            user = change_member_address(actor, membership, form.cleaned_data["email"])
        except (AddressTaken, WorksElsewhere) as refusal:
            form.add_error("email", str(refusal))
        else:
            undo = reverse("accounts:member_address", args=[membership.pk])
            text = _("%(name)s signs in with %(email)s now.") % {"name": user.full_name, "email": user.email}
            toast(request, text, undo=undo, undo_fields={"email": before})
            return redirect("accounts:members")
    context = {"form": form, "membership": membership}
    return render(request, "accounts/member_address.html", context, status=422 if form.errors else 200)
