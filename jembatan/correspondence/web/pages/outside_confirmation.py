"""The page on which a person sees what we have of them, and says that it is right or what is.

Opening it changes nothing: programs that look through mail open every link.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.models import Membership, User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.correspondence.actions.confirmation.answer import (
    LONGEST,
    LONGEST_WORDS,
    LinkOver,
    confirm,
    correct,
)
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.known import LEFT, Fact, known_of
from jembatan.correspondence.queries.confirmation.letter import house_of, in_their_words
from jembatan.correspondence.queries.confirmation.link import PURPOSE, confirmation_of, is_good
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page


class OwnEntryForm(forms.Form):
    """What we have, to be corrected; an emptied line is no longer right."""

    left = forms.BooleanField(label=gettext_lazy("I no longer work there"), required=False)
    words = forms.CharField(
        label=gettext_lazy("Anything else that we should know"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, data: Any, *, facts: list[Fact]) -> None:
        super().__init__(data)
        own = {
            fact.key: forms.CharField(
                label=fact.label, initial=fact.value, required=fact.key == "full_name", max_length=LONGEST
            )
            for fact in facts
        }
        self.fields = own | self.fields

    @property
    def written(self) -> dict[str, str]:
        """Of a valid form, as the action takes it."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != LEFT or value}


@outside_page(PURPOSE)
def outside_confirmation(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET: what we have, or the thanks. POST: `right`, or the corrected fields."""
    found = confirmation_of(to).first()
    if found is None:
        return render(request, "ui/link_unreadable.html", status=404)
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with in_their_words(found, chosen=chosen if chosen in SUPPORTED else ""):
        response = _answered(request, to, found)
        response["Content-Language"] = translation.get_language() or ""
        return response


def _answered(request: HttpRequest, to: LinkTo, found: Confirmation) -> HttpResponse:
    if not is_good(to, found):
        return _over(request, found)
    if _is_colleague(request, found):
        return _page(request, found, {"colleague": True}, status=403 if request.method == "POST" else 200)
    if found.answered_at is not None:
        return _page(request, found, {})
    form = OwnEntryForm(request.POST if request.method == "POST" else None, facts=known_of(found.person))
    if request.method == "POST" and ("right" in request.POST or form.is_valid()):
        try:
            confirm(to) if "right" in request.POST else correct(to, form.written)
        except LinkOver:
            return _over(request, found)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(request.path)
    return _page(request, found, {"form": form}, status=422 if form.errors else 200)


def _page(
    request: HttpRequest, found: Confirmation, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    context |= {"confirmation": found, "house": house_of(found)}
    return render(request, "correspondence/confirmation/outside.html", context, status=status)


def _over(request: HttpRequest, found: Confirmation) -> HttpResponse:
    ask = _("If something about you has changed, please write to %(house)s.") % {"house": house_of(found)}
    return link_over(request, ask=ask)


def _is_colleague(request: HttpRequest, found: Confirmation) -> bool:
    """Whoever works at the desk that asks does not answer in the name of somebody else."""
    user = request.user
    return isinstance(user, User) and Membership.objects.filter(user=user, desk=found.desk_id).exists()
