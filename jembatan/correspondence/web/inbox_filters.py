"""What narrows the inbox, as its address says it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.inbox import Filters
from jembatan.correspondence.web.languages import language_choices
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.ui.forms import offer, offer_records

DUE = [("late", _("Overdue")), ("today", _("Until tonight")), ("week", _("Within seven days"))]
FILTERED_BY = ("owner", "due", "order", "dossier", "language", "start", "end")


class FilterForm(forms.Form):
    """Every filter is a query parameter; what makes no sense is left out."""

    turn = forms.ChoiceField(choices=Thread.Turn.choices, required=False, widget=forms.HiddenInput)
    done = forms.BooleanField(required=False, widget=forms.HiddenInput)
    snoozed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    due = forms.ChoiceField(label=_("Due"), choices=[("", _("Any time")), *DUE], required=False)
    order = forms.ChoiceField(
        label=_("First"), choices=[("", _("The latest")), ("due", _("What is due first"))], required=False
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), required=False, widget=forms.HiddenInput
    )
    person = forms.ModelChoiceField(Person.objects.none(), required=False, widget=forms.HiddenInput)
    owner = forms.ChoiceField(
        label=_("Answered for by"),
        choices=[("", _("Anyone")), ("mine", _("Me")), ("nobody", _("Nobody"))],
        required=False,
    )
    dossier = forms.ModelChoiceField(
        Dossier.objects.none(), label=_("Dossier"), required=False, empty_label=_("Any")
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    start = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    end = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "organisation", visible_organisations(actor))
        offer_records(self, "person", visible_people(actor))
        offer_records(self, "dossier", visible_dossiers(actor).order_by("title"))
        offer(self, "language", [("", _("Any")), *language_choices()])


def filters_of(data: dict[str, Any]) -> Filters:
    """Of the form's cleaned data."""
    filters = Filters(
        turn=data.get("turn", ""),
        owner=data.get("owner", ""),
        done=bool(data.get("done")),
        language=data.get("language", ""),
        start=_midnight(data.get("start")),
        end=_midnight(data.get("end"), days=1),
        snoozed=bool(data.get("snoozed")),
        due_before=_due_before(data.get("due", "")),
        by_due=data.get("order") == "due",
    )
    ids = {f"{name}_id": data[name].pk for name in ("organisation", "person", "dossier") if data.get(name)}
    return replace(filters, **ids)


def _due_before(due: str) -> datetime | None:
    """ "late", "today" or "week"; what is late counts to the others too."""
    if due == "late":
        return timezone.now()
    days = {"today": 1, "week": 8}.get(due)
    return _midnight(timezone.localdate(), days=days) if days else None


def _midnight(day: date | None, *, days: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=days), time.min, timezone.get_current_timezone())
