"""Offering to be in two places at once, knowingly."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.queries.bookings import Taken
from jembatan.meetings.queries.wording import days_text

UNSENT = ("csrfmiddlewaretoken", "allowed")


def allowed_field() -> forms.BooleanField:
    """Hidden until there is something to allow."""
    return forms.BooleanField(
        label=gettext_lazy("Put it there all the same"), required=False, widget=forms.HiddenInput
    )


def taken_text(each: Taken) -> str:
    """For the page of the meeting: who or what is elsewhere, on which date of a series."""
    values = {
        "who": each.who,
        "title": each.other or "—",
        "day": days_text(each.day, each.day) if each.day else "",
    }
    if each.day:
        return _("%(who)s is at another meeting on %(day)s: %(title)s") % values
    return _("%(who)s is at another meeting then: %(title)s") % values


def offer_to_allow(form: forms.BaseForm, fault: ValidationError) -> None:
    """Where a member is taken, the form asks; a room is never given twice, and then it does not."""
    if isinstance(fault, DoubleBooked) and fault.may_be_allowed:
        field: Any = form.fields["allowed"]
        field.widget = forms.CheckboxInput()


def ask_to_allow(request: HttpRequest, fault: DoubleBooked, *, back: str) -> HttpResponse:
    """For a button without a form of its own: a page that says who is taken, and sends the same once more with `allowed`."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in UNSENT]
    context = {"sentences": fault.messages, "sent": sent, "back": back}
    return render(request, "meetings/taken.html", context, status=422)
