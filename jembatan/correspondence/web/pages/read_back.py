"""The page of a receiver who was asked to say back what was understood: no account, one mail, one answer that may be changed."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.correspondence.actions.read_back.answer import LONGEST, say_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import ReadBackAnswer, ReadBackReceiver
from jembatan.correspondence.queries.read_back.link import PURPOSE, receiver_behind
from jembatan.correspondence.web.plain_text import linked
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page


class AnswerForm(forms.Form):
    """Which button was pressed, and the words."""

    kind = forms.ChoiceField(choices=ReadBackAnswer.Kind.choices)
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
    )


@outside_page(PURPOSE)
def read_back(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET shows the mail and what was answered; POST answers. In the receiver's language, unless they chose another one."""
    receiver = receiver_behind(to)
    language = _language(request, receiver)
    with translation.override(language):
        response = _page(request, receiver, is_over=to.is_over)
    response.headers["Content-Language"] = language
    return response


def _page(request: HttpRequest, receiver: ReadBackReceiver | None, *, is_over: bool) -> HttpResponse:
    if receiver is None or is_over:
        return link_over(request, ask=_whom_to_ask(receiver))
    form = AnswerForm(request.POST or None, initial={"words": _last_words(receiver)})
    colleague = _is_colleague(request, receiver)
    if request.method == "POST" and not colleague and form.is_valid():
        try:
            say_back(
                receiver,
                kind=ReadBackAnswer.Kind(form.cleaned_data["kind"]),
                words=form.cleaned_data["words"],
            )
        except Refused as refusal:
            form.add_error("words", str(refusal))
        else:
            return redirect(request.path)
    asked = receiver.read_back
    context = {
        "asked": asked,
        "receiver": receiver,
        "sender": asked.desk.organisation_name or asked.desk.name,
        "words": linked(asked.words),
        "answer": receiver.answers.order_by("given_at", "pk").last(),
        "form": form,
        "colleague": colleague,
    }
    refused = request.method == "POST" and colleague
    status = 403 if refused else 422 if form.errors else 200
    return render(request, "correspondence/read_back.html", context, status=status)


def _language(request: HttpRequest, receiver: ReadBackReceiver | None) -> str:
    chosen = request.COOKIES.get(LANGUAGE_COOKIE)
    if chosen in SUPPORTED:
        return str(chosen)
    return receiver.language if receiver else (translation.get_language() or "id")[:2]


def _whom_to_ask(receiver: ReadBackReceiver | None) -> str:
    if receiver is None:
        return _("The mail that it stood in was not sent, or was taken back. Ask whoever wrote to you.")
    desk = receiver.read_back.desk
    return _("The time to answer by this link is over. Please write a mail to %(sender)s.") % {
        "sender": desk.organisation_name or desk.name
    }


def _last_words(receiver: ReadBackReceiver) -> str:
    return receiver.answers.order_by("given_at", "pk").values_list("words", flat=True).last() or ""


def _is_colleague(request: HttpRequest, receiver: ReadBackReceiver) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else, and reads the mail in its conversation."""
    user = request.user
    return (
        isinstance(user, User)
        and Membership.objects.filter(user=user, desk=receiver.read_back.desk_id).exists()
    )
