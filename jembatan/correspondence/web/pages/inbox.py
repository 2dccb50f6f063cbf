"""The inbox: whose turn it is, what was said last, who answers for it. The address is the state."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.inbox import COUNTED, Filters, late_count, threads_in, turn_counts
from jembatan.correspondence.queries.rows import page_of
from jembatan.correspondence.queries.screener import waiting_count
from jembatan.correspondence.queries.snoozed import sleeping
from jembatan.correspondence.web.languages import language_choices
from jembatan.correspondence.web.lines import lines_of
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.ui.forms import offer, offer_records
from jembatan.platform.ui.guard import desk_page

TURNS = {"ours": _("Our turn"), "theirs": _("Their turn"), "nobodys": _("Nobody's turn")}


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


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter as a link; `count` None shows none."""

    label: str | Promise
    url: str
    active: bool
    count: str = ""


@desk_page
def inbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; with `after`, the next rows only."""
    form = FilterForm(actor, request.GET)
    form.is_valid()
    filters = _filters(form.cleaned_data)
    mark = request.GET.get("after", "")
    page = page_of(actor, threads_in(actor, filters), mark=mark, by_due=filters.by_due)
    context: dict[str, Any] = {
        "lines": lines_of(page.rows),
        "more": _address(request, after=page.next_after) if page.next_after else "",
    }
    if mark:
        return render(request, "correspondence/inbox.html#rows", context)
    context |= {
        "form": form,
        "chips": [
            *_chips(request, filters, turn_counts(actor, filters)),
            *_wanting(request, actor, form.cleaned_data),
        ],
        "about": _about(request, form.cleaned_data),
        "narrowed": any(form.cleaned_data.get(name) for name in FILTERED_BY),
        "filtered": filters != Filters(),
        "waiting": waiting_count(actor),
    }
    return render(request, "correspondence/inbox.html", context)


def _filters(data: dict[str, Any]) -> Filters:
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


def _chips(request: HttpRequest, filters: Filters, counts: dict[str, int]) -> list[Chip]:
    opened = not filters.done
    everything = Chip(
        pgettext("state", "Open"), _address(request, turn="", done=""), opened and not filters.turn
    )
    turns = [
        Chip(
            label,
            _address(request, turn=turn, done=""),
            opened and filters.turn == turn,
            _counted(counts[turn]),
        )
        for turn, label in TURNS.items()
    ]
    return [everything, *turns, Chip(_("Done"), _address(request, turn="", done="1"), filters.done)]


def _counted(number: int) -> str:
    return f"{COUNTED - 1}+" if number >= COUNTED else str(number)


def _wanting(request: HttpRequest, actor: Actor, data: dict[str, Any]) -> list[Chip]:
    """What must not be overlooked: answers that are overdue, what one has put off, what nobody answers for."""
    late = late_count(actor, now=timezone.now())
    overdue = data.get("due") == "late"
    unowned = data.get("owner") == "nobody"
    return [
        Chip(
            _("Overdue"),
            _address(request, due="", order="")
            if overdue
            else _address(request, turn="ours", due="late", order="due", done=""),
            overdue,
            _counted(late),
        ),
        Chip(
            _("Snoozed"),
            _address(request, turn="", done="", snoozed="" if data.get("snoozed") else "1"),
            bool(data.get("snoozed")),
            _counted(sleeping(actor)[:COUNTED].count()),
        ),
        Chip(_("Without owner"), _address(request, owner="" if unowned else "nobody", done=""), unowned),
    ]


def _about(request: HttpRequest, data: dict[str, Any]) -> list[Chip]:
    """The organisation and person whose mail is shown; each chip takes its filter away."""
    return [
        Chip(str(data[name]), _address(request, **{name: ""}), active=True)
        for name in ("organisation", "person")
        if data.get(name)
    ]


def _address(request: HttpRequest, **changes: str) -> str:
    """This inbox with some of its parameters changed ("" leaves one out), from its beginning."""
    query = request.GET.copy()
    query.pop("after", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    address = reverse("correspondence:inbox")
    return f"{address}?{query.urlencode()}" if query else address
