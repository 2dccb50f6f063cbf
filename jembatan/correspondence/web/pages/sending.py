"""Settings: the servers that take the desk's mail, and the addresses that it is from. The head's page."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.outgoing_servers import (
    bring_back_address,
    keep_address,
    keep_server,
    remove_server,
    retire_address,
    try_connection,
)
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import OutgoingServer, SendingAddress
from jembatan.correspondence.queries.owners import may_own
from jembatan.correspondence.queries.sending import all_addresses, servers
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.platform.access import require_head
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class ServerForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """An SMTP server; the password is never shown again."""

    host = forms.RegexField(
        r"^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$",
        label=gettext_lazy("Server"),
        max_length=253,
        error_messages={
            "invalid": gettext_lazy("Write the name of the server alone, such as smtp.example.org.")
        },
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        help_text=gettext_lazy("It is stored encrypted and never shown. Left empty, the stored one stays."),
    )

    class Meta:
        model = OutgoingServer
        fields = ["host", "port", "security", "username"]


class AddressForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Whom mail is from."""

    class Meta:
        model = SendingAddress
        fields = ["name", "email", "server", "user", "reply_to", "signature"]
        labels = {"user": gettext_lazy("Who may use it")}
        widgets = {"signature": forms.Textarea({"rows": 4})}

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "server", servers(actor))
        offer_records(self, "user", User.objects.filter(pk__in=[user.pk for user in may_own(actor.desk)]))
        self.fields["server"].empty_label = None  # type: ignore[attr-defined]  # a ModelChoiceField has it
        self.fields["user"].empty_label = _("Everyone of the desk")  # type: ignore[attr-defined]


@desk_page
def sending(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Both lists."""
    require_head(actor)
    context = {"servers": servers(actor), "addresses": all_addresses(actor)}
    return render(request, "correspondence/sending.html", context)


@desk_page
def server(request: HttpRequest, actor: Actor, server_id: int | None = None) -> HttpResponse:
    """A new server, or an existing one changed."""
    require_head(actor)
    stored = get_object_or_404(servers(actor), pk=server_id) if server_id else None
    form = ServerForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ServerForm.Meta.fields}
        current = servers(actor).get(pk=stored.pk) if stored else None
        try:
            keep_server(actor, current, **facts, password=form.cleaned_data["password"] or None)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The server is saved. Test the connection."))
            return redirect("correspondence:sending")
    context = {"form": form, "server": stored}
    return render(request, "correspondence/sending_server.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def trial(request: HttpRequest, actor: Actor, server_id: int) -> HttpResponse:
    """ "Test the connection": what is wrong, in a sentence, or that all is well."""
    stored = get_object_or_404(servers(actor), pk=server_id)
    try:
        try_connection(actor, stored)
    except ServerTrouble as trouble:
        toast(request, str(trouble), tone="danger")
    else:
        toast(request, _("The connection to %(server)s works.") % {"server": stored})
    return redirect("correspondence:sending")


@require_POST
@desk_page
def server_removal(request: HttpRequest, actor: Actor, server_id: int) -> HttpResponse:
    """The server and its password are forgotten."""
    try:
        remove_server(actor, get_object_or_404(servers(actor), pk=server_id))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The server is removed."))
    return redirect("correspondence:sending")


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
