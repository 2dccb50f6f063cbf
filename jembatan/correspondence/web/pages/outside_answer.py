"""The one page that somebody without an account sees: the question, the text, the date, a field for the answer.

Opening it changes nothing: programs that look through mail open every link.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy

from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.correspondence.actions.consultation.answer import LONGEST, answer, ask_for_new_link
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.letters import house_of_asker, in_their_words
from jembatan.correspondence.queries.consultation.link import PURPOSE, LinkOver, behind, consultation_of
from jembatan.correspondence.queries.matters import about
from jembatan.platform.links import LinkTo, signed
from jembatan.platform.ui.outside import outside_page

CLEARS = (("yes", gettext_lazy("I clear it")), ("no", gettext_lazy("I do not clear it")))


class AnswerForm(forms.Form):
    """What they say, and who says it."""

    clears = forms.ChoiceField(
        label=gettext_lazy("Your decision"), choices=CLEARS, widget=forms.RadioSelect, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Your answer"),
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 10}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )


@outside_page(PURPOSE)
def outside_answer(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the page, with what was answered already. POST: keep the answer."""
    found = consultation_of(to).first()
    if found is None:
        return render(request, "ui/link_unreadable.html", status=404)
    with in_their_words(found, chosen=_chosen(request)):
        return _in_their_language(_answered(request, to))


@outside_page(PURPOSE)
def link_renewal(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """POST: the asker is told that a new link is wanted."""
    found = consultation_of(to).first()
    if found is None:
        return render(request, "ui/link_unreadable.html", status=404)
    with in_their_words(found, chosen=_chosen(request)):
        if request.method == "POST":
            found = ask_for_new_link(to)
        return _in_their_language(_over(request, to, LinkOver(found)))


def _answered(request: HttpRequest, to: LinkTo) -> HttpResponse:
    try:
        consultation = behind(to)
        form = AnswerForm(request.POST if request.method == "POST" else None, initial=_given(consultation))
        if request.method != "POST" or not form.is_valid():
            return _page(request, consultation, form)
        clears = {"yes": True, "no": False}.get(form.cleaned_data["clears"])
        given = form.cleaned_data
        consultation = answer(to, name=given["name"], text=given["text"], clears=clears)
    except LinkOver as over:
        return _over(request, to, over)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, consultation, form)
    return _page(request, consultation, AnswerForm(initial=_given(consultation)), kept=True)


def _given(consultation: Consultation) -> dict[str, str]:
    """What they have answered so far; the name that we know, to begin with."""
    decided = {None: "", True: "yes", False: "no"}[consultation.clears]
    name = consultation.answered_as or consultation.name
    return {"clears": decided, "text": consultation.answer, "name": name}


def _page(
    request: HttpRequest, consultation: Consultation, form: AnswerForm, *, kept: bool = False
) -> HttpResponse:
    if consultation.wants != Consultation.Wants.CLEARANCE:
        del form.fields["clears"]
    context = {
        "consultation": consultation,
        "house": house_of_asker(consultation),
        "marking": _marking(consultation),
        "form": form,
        "kept": kept,
    }
    status = 422 if form.errors else 200
    return render(request, "correspondence/consultation/outside.html", context, status=status)


def _marking(consultation: Consultation) -> str:
    matter = about(consultation)
    return consultation.message.thread.marking if consultation.message else matter.marking if matter else ""


def _over(request: HttpRequest, to: LinkTo, over: LinkOver) -> HttpResponse:
    """What they have typed is given back to them; nobody's question or text is shown any more."""
    context = {
        "ask": str(over),
        "consultation": over.consultation,
        "token": signed(PURPOSE, to),
        "typed": request.POST.get("text", ""),
        "may_ask": not over.consultation.is_settled,
    }
    return render(request, "correspondence/consultation/over.html", context, status=410)


def _chosen(request: HttpRequest) -> str:
    """The language that they have pressed at the foot of the page."""
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in SUPPORTED else ""


def _in_their_language(response: HttpResponse) -> HttpResponse:
    response["Content-Language"] = translation.get_language() or ""
    return response
