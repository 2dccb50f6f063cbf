"""The list of negotiations, and beginning one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.actions.dossiers import TitleTaken
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.start import start_negotiation
from jembatan.negotiation.queries.visible import listed
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page


class NewForm(forms.Form):
    """Where it stands decides who sees it."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"),
        queryset=Dossier.objects.none(),
        required=False,
        empty_label=gettext_lazy("A restricted one of its own"),
        help_text=gettext_lazy("Whoever sees the dossier sees the negotiation with its limits."),
    )
    organisation = forms.CharField(
        label=gettext_lazy("With"),
        required=False,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
        help_text=gettext_lazy("An organisation of the directory."),
    )


@desk_page
def negotiations(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those that the actor sees."""
    return render(request, "negotiation/negotiations.html", {"negotiations": listed(actor)[:200]})


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form, and beginning; `?dossier=` is chosen beforehand."""
    require_officer(actor)
    form = NewForm(request.POST or None, initial={"dossier": record_number(request.GET.get("dossier", ""))})
    offer_records(form, "dossier", visible_dossiers(actor).filter(closed_at__isnull=True).order_by("title"))
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            with_them = _organisations(actor, asked["organisation"])
            begun = start_negotiation(
                actor, asked["title"], dossier=asked["dossier"], organisations=with_them
            )
        except (TitleTaken, Refused) as refusal:
            form.add_error("title", str(refusal))
        except Organisation.DoesNotExist:
            form.add_error("organisation", gettext_lazy("The directory knows no organisation of this name."))
        else:
            return redirect("negotiation:negotiation", negotiation_id=begun.pk)
    context = {"form": form, "organisations": _known(actor)}
    return render(request, "negotiation/new.html", context, status=422 if form.errors else 200)


def _organisations(actor: Actor, name: str) -> list[Organisation]:
    if not name.strip():
        return []
    named = visible_organisations(actor).filter(name__iexact=name.strip()).first()
    if named is None:
        raise Organisation.DoesNotExist
    return [named]


def _known(actor: Actor) -> list[str]:
    names = visible_organisations(actor).order_by("-last_active_at", "pk").values_list("name", flat=True)
    return list(names[:100])
