"""Settings: a server that takes the desk's mail, and whether it works."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server, remove_server, try_connection
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import OutgoingServer
from jembatan.correspondence.queries.sending import servers
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.platform.access import require_head
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
        fields = ["host", "port", "security", "username", "per_minute"]


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
