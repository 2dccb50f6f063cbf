"""Every component in every state, to look at and to test against."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.platform.markings import Marking
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import TONES, toast

TOKENS = (
    "canvas",
    "surface",
    "sunken",
    "selected",
    "line",
    "ink",
    "ink-2",
    "ink-3",
    "nila",
    "soga",
    "bata",
    "daun",
    "laut",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented person for the lists."""

    name: str
    post: str
    organisation: str
    subject: str


PEOPLE = (
    Sample(
        "Retno Ayu Lestari",
        "Direktur Kerja Sama",
        "Kementerian Kelautan Nusantara",
        "Usulan agenda pertemuan bilateral",
    ),
    Sample("Kenji Morita", "First Secretary", "Embassy of Minato", "List of participants, second version"),
    Sample(
        "Siti Nurhaliza Putri",
        "Kepala Subbagian Protokol",
        "Sekretariat Forum Selat",
        "Nota kesepahaman: tanggapan bagian hukum",
    ),
)


class SampleForm(forms.Form):
    """One field of every sort."""

    name = forms.CharField(
        label=gettext_lazy("Full name"), help_text=gettext_lazy("As written by its bearer.")
    )
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[("officer", gettext_lazy("Officer")), ("reader", gettext_lazy("Reader"))],
    )
    density = forms.ChoiceField(
        label=gettext_lazy("Density of lists"),
        choices=[("normal", gettext_lazy("Normal")), ("compact", gettext_lazy("Compact"))],
        widget=forms.RadioSelect({"class": "segments"}),
        initial="normal",
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    urgent = forms.BooleanField(label=gettext_lazy("Answer today"), required=False)


@desk_page
def styleguide(request: HttpRequest, actor: object) -> HttpResponse:
    """The form is shown empty and refused; a POST shows a toast of the tone asked for, which can be undone by another."""
    tone = next((tone for tone in TONES if tone == request.POST.get("tone")), None)
    if tone:
        toast(
            request,
            _("This is what a toast says."),
            tone=tone,
            undo=reverse("ui:styleguide"),
            undo_fields={"tone": "info"},
        )
        return redirect("ui:styleguide")
    context = {
        "form": SampleForm(),
        "refused_form": SampleForm({"email": "ratna@"}, prefix="refused"),
        "markings": list(Marking),
        "now": timezone.now(),
        "people": PEOPLE,
        "tokens": TOKENS,
        "tones": TONES,
    }
    return render(request, "ui/styleguide.html", context)


@desk_page
def value(request: HttpRequest, actor: object) -> HttpResponse:
    """A value edited in place: GET is the form, POST the value; the word "conflict" meets somebody else's change."""
    template = "ui/styleguide/value.html"
    if request.method != "POST":
        return render(request, f"{template}#form", {"value": request.GET.get("value", "Ibu Retno")})
    written = request.POST.get("value", "").strip()
    if written == "conflict":
        return render(request, f"{template}#form", {"value": written, "theirs": "Ibu Direktur"}, status=409)
    return render(request, f"{template}#value", {"value": written})
