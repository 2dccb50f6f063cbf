"""Settings of the desk: its name, its language and which addresses are ours. The head changes them, everybody reads them."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actions.edit_desk import edit_desk
from jembatan.accounts.actions.our_addresses import (
    NotAnAddress,
    claim_addresses,
    read_addresses,
    release_address,
)
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User
from jembatan.accounts.web.zones import ZONE_CHOICES
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class DeskForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """What documents, the journal and letters of this desk begin with."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language of the desk"),
        help_text=gettext_lazy("What the journal and new documents are written in."),
        choices=User.Language.choices,
        widget=forms.RadioSelect({"class": "segments"}),
    )
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=ZONE_CHOICES)

    class Meta:
        model = Desk
        fields = ["name", "organisation_name", "language", "time_zone"]
        labels = {
            "name": gettext_lazy("Name of the desk"),
            "organisation_name": gettext_lazy("Our organisation"),
        }


@desk_page
def desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page, and saving what the head has changed."""
    stored = Desk.objects.get(pk=actor.desk.pk)  # a copy: what is refused must not colour the page
    form = DeskForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        edit_desk(actor, **form.cleaned_data)
        toast(request, _("The settings of the desk are saved."))
        return redirect("accounts:desk")
    context = {
        "form": form,
        "ours": _ours(actor.desk),
        "language": User.Language(actor.desk.language).label,
    }
    return render(request, "accounts/desk.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def address(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Add addresses or domains of ours."""
    try:
        added = read_addresses(request.POST.get("address", ""))
        claim_addresses(actor, added)
    except NotAnAddress as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(
            request, _("Mail from these addresses counts as ours now: %(list)s") % {"list": ", ".join(added)}
        )
    return redirect("accounts:desk")


@require_POST
@desk_page
def address_removal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take one away; the toast brings it back."""
    gone = request.POST.get("address", "")
    release_address(actor, gone)
    toast(
        request,
        _("Mail from %(address)s no longer counts as ours.") % {"address": gone},
        undo=reverse("accounts:our_address"),
        undo_fields={"address": gone},
    )
    return redirect("accounts:desk")


def _ours(desk: Desk) -> list[str]:
    """Domains with their @, then single addresses."""
    return [*(f"@{domain.lstrip('@')}" for domain in desk.own_domains), *desk.own_addresses]
