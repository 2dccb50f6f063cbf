"""The page on which a partner sees one promise by their link: it is right so, another day, or done.

Opening it changes nothing: programs that look through mail open every link.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.commitments.actions.partner_answer import LONGEST, LinkOver, answer_promise
from jembatan.commitments.models import PartnerAnswer, PartnerQuestion
from jembatan.commitments.queries.partner_link import (
    PURPOSE,
    house_of,
    in_their_words,
    is_good,
    question_behind,
)
from jembatan.directory.web.day_field import day_field
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page


class AnswerForm(forms.Form):
    """The button says which answer it is."""

    due = day_field(gettext_lazy("Another day"))
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )


@outside_page(PURPOSE)
def outside(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: the promise, and what they said of it. POST: `kind` (confirmed, day or done), `due`, `words`."""
    question = question_behind(to)
    if question is None:
        return render(request, "ui/link_unreadable.html", status=404)
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with in_their_words(question, chosen=chosen if chosen in SUPPORTED else ""):
        response = _answered(request, to, question)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _answered(request: HttpRequest, to: LinkTo, question: PartnerQuestion) -> HttpResponse:
    if not is_good(to, question):
        return _over(request, question)
    if _is_colleague(request, question):
        return _page(request, question, {"colleague": True}, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return _page(request, question, {"form": AnswerForm()})
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            said = form.cleaned_data
            answer_promise(to, kind=_kind(request), due=said["due"], words=said["words"])
        except LinkOver:
            return _over(request, question)
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            return redirect(request.path)
    return _page(request, question, {"form": form}, status=422)


def _kind(request: HttpRequest) -> PartnerAnswer.Kind:
    try:
        return PartnerAnswer.Kind(request.POST.get("kind", ""))
    except ValueError:
        raise ValidationError(_("Choose what you would like to say.")) from None


def _page(
    request: HttpRequest, question: PartnerQuestion, told: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = told | {
        "question": question,
        "promise": question.commitment,
        "house": house_of(question),
        "said": question.answers.order_by("pk").last(),
    }
    return render(request, "commitments/outside.html", context, status=status)


def _over(request: HttpRequest, question: PartnerQuestion) -> HttpResponse:
    ask = _("Please write to %(house)s if you would still like to say something about it.")
    return link_over(request, ask=ask % {"house": house_of(question)})


def _is_colleague(request: HttpRequest, question: PartnerQuestion) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else."""
    user, desk = request.user, question.commitment.desk_id
    return isinstance(user, User) and Membership.objects.filter(user=user, desk=desk).exists()
