"""Settings → Translation: the server that translates for the desk. The head's page."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.server import (
    keep_translation_server,
    remove_translation_server,
    try_translation,
)
from jembatan.correspondence.models import TranslationServer
from jembatan.correspondence.queries.translations.server import server_of
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble
from jembatan.correspondence.web.languages import language_choices, language_name
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class TranslationForm(forms.Form):
    """Where to, with which key, what may go there, and into which languages drafts are translated."""

    address = forms.CharField(
        label=gettext_lazy("Address of the server"),
        max_length=300,
        widget=forms.URLInput({"placeholder": "https://translate.example.org"}),
        help_text=gettext_lazy("It has to speak LibreTranslate's API. You can run such a server yourself."),
    )
    key = forms.CharField(
        label=gettext_lazy("API key"),
        required=False,
        max_length=300,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        help_text=gettext_lazy("It is stored encrypted and never shown. Left empty, the stored key stays."),
    )
    highest = forms.ChoiceField(
        label=gettext_lazy("Highest marking"),
        choices=[(m.value, m.value) for m in Marking],
        initial=Marking.GREEN,
        help_text=gettext_lazy("What is marked above it never goes to this server."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages for drafts"), widget=forms.CheckboxSelectMultiple, initial=["id", "en"]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they come
        offer(self, "languages", language_choices())


@desk_page
def translation_server(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: the server, or that there is none. POST: save it."""
    require_head(actor)
    stored = server_of(actor)
    form = TranslationForm(request.POST or None, initial=_as_it_stands(stored))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            keep_translation_server(
                actor,
                address=facts["address"],
                highest=Marking(facts["highest"]),
                languages=facts["languages"],
                key=facts["key"] or None,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The translation server is saved. Test the connection."))
            return redirect("correspondence:translation_server")
    context = {"form": form, "server": stored}
    return render(
        request, "correspondence/translation_server.html", context, status=422 if form.errors else 200
    )


@require_POST
@desk_page
def translation_trial(request: HttpRequest, actor: Actor) -> HttpResponse:
    """ "Test the connection": what is wrong, in a sentence, or that all is well."""
    try:
        missing = try_translation(actor)
    except (Refused, TranslationTrouble) as trouble:
        toast(request, str(trouble), tone="danger")
    else:
        if missing:
            names = ", ".join(map(language_name, missing))
            toast(
                request, _("The server works, but has no %(languages)s.") % {"languages": names}, tone="info"
            )
        else:
            toast(request, _("The server works and has all languages that are offered."))
    return redirect("correspondence:translation_server")


@require_POST
@desk_page
def translation_server_removal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The server and its key are forgotten."""
    remove_translation_server(actor)
    toast(request, _("The translation server is removed. What it has translated stays."))
    return redirect("correspondence:translation_server")


def _as_it_stands(stored: TranslationServer | None) -> dict[str, object]:
    if stored is None:
        return {"highest": Marking.GREEN, "languages": ["id", "en"]}
    return {"address": stored.address, "highest": stored.highest, "languages": stored.languages}
