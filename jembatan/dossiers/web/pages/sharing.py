"""The one-page plan for a partner."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.share import share_plan
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.limits import MAY_LEAVE, within
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import party_choices, party_of
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page

FORMATS = [("pdf", "PDF"), ("docx", "Word")]


class SharingForm(forms.Form):
    """For whom, how far, under which title."""

    party = forms.ChoiceField(label=gettext_lazy("For"), required=False)
    marking = forms.ChoiceField(
        label=gettext_lazy("Marked"),
        choices=[(m.value, m.value) for m in MAY_LEAVE],
        initial=Marking.AMBER,
        help_text=gettext_lazy(
            "It holds the steps and objectives of this marking and of lower ones, and never our interests or where the parties stand."
        ),
    )
    title = forms.CharField(label=gettext_lazy("Title of the plan"), max_length=200)
    language = forms.ChoiceField(label=gettext_lazy("Language of the document"), choices=settings.LANGUAGES)
    file_format = forms.ChoiceField(label=gettext_lazy("File"), choices=FORMATS)


@desk_page
def sharing(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and the file."""
    require_officer(actor)
    dossier = found(actor, dossier_id)
    initial = {"title": _title_to_share(dossier), "language": actor.desk.language}
    form = SharingForm(request.POST or None, initial=initial)
    offer(form, "party", [("", _("All parties together")), *party_choices(dossier)])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            shared = share_plan(
                actor,
                dossier,
                title=said["title"],
                party=party_of(said["party"], desk_id=actor.desk.pk),
                marking=Marking(said["marking"]),
                language=said["language"],
                file_format=said["file_format"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return download(shared.content, name=shared.name)
    context = {"dossier": dossier, "form": form}
    return render(request, "dossiers/plan/sharing.html", context, status=422 if form.errors else 200)


def _title_to_share(dossier: Dossier) -> str:
    """What is marked higher than a plan may be is not offered as its title."""
    return dossier.title if within(dossier.marking, Marking.AMBER) else ""
