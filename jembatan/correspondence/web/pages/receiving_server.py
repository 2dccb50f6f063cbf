"""Settings: one mailbox on a server, new or changed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.providers import provider_of
from jembatan.correspondence.models import IncomingServer
from jembatan.correspondence.queries.incoming import incoming_servers
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

STAYS = gettext_lazy("It is stored encrypted and never shown. Left empty, the stored one stays.")
MOST_FOLDERS = 20


def secret(label: Any) -> forms.CharField:
    """Typed and never shown again."""
    widget = forms.PasswordInput({"autocomplete": "off"})
    return forms.CharField(label=label, required=False, strip=False, widget=widget, help_text=STAYS)


class IncomingForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """An IMAP server with one way to sign in, and the folders to be read."""

    host = forms.RegexField(
        r"^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$",
        label=gettext_lazy("Server"),
        max_length=253,
        error_messages={
            "invalid": gettext_lazy("Write the name of the server alone, such as imap.example.org.")
        },
    )
    folders = forms.CharField(
        label=gettext_lazy("Folders"),
        initial="INBOX",
        max_length=5000,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("One a line. INBOX is the inbox itself."),
    )
    password = secret(gettext_lazy("Password"))
    client_secret = secret(gettext_lazy("Secret of the client"))
    refresh_token = secret(gettext_lazy("Refresh token"))

    class Meta:
        model = IncomingServer
        fields = ["username", "host", "port", "security", "sign_in", "token_url", "client_id", "done_folder"]
        labels = {"done_folder": gettext_lazy("Move what is done into the folder")}
        help_texts = {
            "username": gettext_lazy("Usually the e-mail address."),
            "done_folder": gettext_lazy(
                "Left empty, nothing is moved on the server. Mail of a conversation that is opened again comes back."
            ),
        }

    def clean_folders(self) -> list[str]:
        """Names without blank lines, each once."""
        names = list(dict.fromkeys(filter(None, map(str.strip, self.cleaned_data["folders"].splitlines()))))
        if not names or len(names) > MOST_FOLDERS or any(len(name) > 255 for name in names):
            raise forms.ValidationError(_("Name one to twenty folders, one a line."))
        return names


@desk_page
def incoming(request: HttpRequest, actor: Actor, incoming_id: int | None = None) -> HttpResponse:
    """A new mailbox (`?address=` fills in what is known of its provider), or one that is there."""
    require_head(actor)
    stored = get_object_or_404(incoming_servers(actor), pk=incoming_id) if incoming_id else None
    initial = _folders(stored) if stored else _known(request.GET.get("address", ""))
    form = IncomingForm(request.POST or None, instance=stored, initial=initial)
    if request.method == "POST" and form.is_valid():
        current = incoming_servers(actor).get(pk=stored.pk) if stored else None
        try:
            _keep(actor, current, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The mailbox is saved, and is read from now on. Test the connection."))
            return redirect("correspondence:receiving")
    context = {"form": form, "server": stored, "address": request.GET.get("address", "")}
    return render(
        request, "correspondence/receiving_server.html", context, status=422 if form.errors else 200
    )


def _keep(actor: Actor, current: IncomingServer | None, typed: dict[str, Any]) -> None:
    facts = {name: typed[name] for name in IncomingForm.Meta.fields}
    secrets = Secrets(*(typed[name] or None for name in ("password", "client_secret", "refresh_token")))
    keep_incoming(actor, current, facts=facts, folders=typed["folders"], secrets=secrets)


def _folders(stored: IncomingServer) -> dict[str, str]:
    return {"folders": "\n".join(folder.name for folder in stored.folders.all())}


def _known(address: str) -> dict[str, str]:
    provider = provider_of(address)
    if provider is None:
        return {"username": address}
    return {"username": address, "host": provider.host, "token_url": provider.token_url}
