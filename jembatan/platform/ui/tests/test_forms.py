"""Forms that learn when they are made what may be chosen, and when they are sent that the record has moved on."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import QueryDict

from jembatan.platform.ui.forms import offer, offer_records, on_version


class TripForm(forms.Form):
    to = forms.ChoiceField()
    who = forms.ModelChoiceField(get_user_model().objects.none())


def test_offered_choices_and_records_are_all_that_is_accepted(officer: Any, stranger: Any) -> None:
    faults = {}
    for to, user in (("halvern", officer.user), ("elsewhere", stranger.user)):
        form = TripForm({"to": to, "who": user.pk})
        offer(form, "to", [("halvern", "Halvern")])
        offer_records(form, "who", get_user_model().objects.filter(memberships__desk=officer.desk))
        faults[to] = sorted(form.errors)
    assert faults == {"halvern": [], "elsewhere": ["to", "who"]}


def test_what_was_typed_stands_on_the_newer_version() -> None:
    typed = QueryDict("title=Cable&version=1&party=a&party=b")
    assert on_version(typed, 3).urlencode() == "title=Cable&version=3&party=a&party=b"
    assert typed["version"] == "1"
