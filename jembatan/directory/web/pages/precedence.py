"""Orders of precedence: the desk's, those to take over, and one with its versions and ranks."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.precedence.tables import (
    LONGEST_LOT,
    LONGEST_NAME,
    LONGEST_SOURCE,
    TableFacts,
    VersionFacts,
    begin_version,
    bring_table_back,
    change_table,
    change_version,
    copy_table,
    make_table,
    put_table_away,
    take_over,
)
from jembatan.directory.models import PrecedenceTable, PrecedenceVersion, RankedPosition
from jembatan.directory.queries.positions import today_at, visible_positions
from jembatan.directory.queries.precedence.shipped import SHIPPED
from jembatan.directory.queries.precedence.tables import (
    all_tables,
    standing_ranks,
    version_on,
    versions_of,
)
from jembatan.platform.access import require_head
from jembatan.platform.audit.changes import history_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class TableForm(forms.Form):
    """What a table is called and what it goes by."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_NAME)
    order = forms.ChoiceField(label=gettext_lazy("Order"), choices=PrecedenceTable.Order.choices)
    sides = forms.ChoiceField(label=gettext_lazy("Sides"), choices=PrecedenceTable.Sides.choices)
    language = forms.ChoiceField(
        label=gettext_lazy("Names of countries in"), choices=PrecedenceTable.Language.choices
    )

    def facts(self) -> TableFacts:
        """Of a valid form."""
        return TableFacts(
            **{name: self.cleaned_data[name] for name in ("name", "order", "sides", "language")}
        )


class NewTableForm(TableForm):
    """With where it stands written."""

    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=LONGEST_SOURCE,
        help_text=gettext_lazy("The law and the article, or the custom that you follow."),
    )


class VersionForm(forms.Form):
    """Where a version stands written, and when it holds."""

    source = forms.CharField(
        label=gettext_lazy("Source"), max_length=LONGEST_SOURCE, widget=forms.Textarea({"rows": 2})
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Valid from"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    valid_until = forms.DateField(
        label=gettext_lazy("Valid until"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    begins_with = forms.CharField(
        label=gettext_lazy("Begins with"),
        max_length=LONGEST_LOT,
        required=False,
        help_text=gettext_lazy(
            "Of an order by countries: the letter or the country that was drawn by lot. Empty: from A on."
        ),
    )


class NextVersionForm(forms.Form):
    """What begins where the newest version ends."""

    source = forms.CharField(label=gettext_lazy("Source"), max_length=LONGEST_SOURCE)
    valid_from = forms.DateField(
        label=gettext_lazy("Valid from"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )


@desk_page
def precedence_tables(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The desk's, and those to start from; `key` takes one over."""
    if request.method == "POST":
        require_head(actor)
        key = request.POST.get("key", "")
        if key not in SHIPPED:
            raise Http404
        try:
            return redirect("directory:precedence_table", table_id=take_over(actor, key).pk)
        except ValidationError as fault:
            toast(request, " ".join(fault.messages), tone="danger")
            return redirect("directory:precedence_tables")
    rows = all_tables(actor)
    context = {
        "tables": [each for each in rows if each.retired_at is None],
        "put_away": [each for each in rows if each.retired_at is not None],
        "shipped": SHIPPED,
    }
    return render(request, "directory/precedence_tables.html", context)


@desk_page
def precedence_table(request: HttpRequest, actor: Actor, table_id: int) -> HttpResponse:
    """One, at the version that `?version=` names, else at that of today, else at the newest."""
    table = get_object_or_404(all_tables(actor), pk=table_id)
    version = _version_shown(actor, table, request.GET.get("version", ""))
    context = {
        "table": table,
        "versions": versions_of(table),
        "version": version,
        "ranks": standing_ranks(version) if version else [],
        "by_hand": _by_hand(actor, version) if version else [],
        "history": history_of(actor, table) + (history_of(actor, version) if version else []),
    }
    return render(request, "directory/precedence_table.html", context)


@desk_page
def new_precedence_table(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A table of one's own."""
    require_head(actor)
    form = NewTableForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            table = make_table(actor, form.facts(), source=form.cleaned_data["source"])
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return redirect("directory:precedence_table", table_id=table.pk)
    return _form(
        request, form, title=_("New order of precedence"), back=reverse("directory:precedence_tables")
    )


@desk_page
def precedence_table_facts(request: HttpRequest, actor: Actor, table_id: int) -> HttpResponse:
    """Its name and what it goes by; `copy` makes another table with the name that is typed."""
    require_head(actor)
    table = get_object_or_404(all_tables(actor), pk=table_id)
    initial = {name: getattr(table, name) for name in ("name", "order", "sides", "language")}
    form = TableForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            if "copy" in request.POST:
                table = copy_table(actor, table, name=form.cleaned_data["name"])
            else:
                change_table(actor, table, form.facts())
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return redirect("directory:precedence_table", table_id=table.pk)
    back = reverse("directory:precedence_table", args=[table.pk])
    return _form(request, form, title=str(table), back=back, can_copy=True)


@desk_page
def new_precedence_version(request: HttpRequest, actor: Actor, table_id: int) -> HttpResponse:
    """From a day on, with the ranks of the newest."""
    require_head(actor)
    table = get_object_or_404(all_tables(actor), pk=table_id)
    initial = {"valid_from": today_at(actor.desk)}
    form = NextVersionForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        source, day = form.cleaned_data["source"], form.cleaned_data["valid_from"]
        try:
            version = begin_version(actor, table, source=source, valid_from=day)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return _to(version)
    back = reverse("directory:precedence_table", args=[table.pk])
    return _form(request, form, title=_("New version"), back=back)


@desk_page
def precedence_version(request: HttpRequest, actor: Actor, version_id: int) -> HttpResponse:
    """Its source and its days."""
    require_head(actor)
    version = get_object_or_404(PrecedenceVersion, desk=actor.desk, pk=version_id)
    initial = {
        name: getattr(version, name) for name in ("source", "valid_from", "valid_until", "begins_with")
    }
    form = VersionForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_version(actor, version, VersionFacts(**form.cleaned_data))
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return _to(version)
    back = reverse("directory:precedence_table", args=[version.table_id])
    return _form(request, form, title=_("Source and validity"), back=back)


@require_POST
@desk_page
def precedence_retirement(request: HttpRequest, actor: Actor, table_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    require_head(actor)
    table = get_object_or_404(all_tables(actor), pk=table_id)
    put_table_away(actor, table)
    undo = reverse("directory:precedence_return", args=[table.pk])
    toast(request, _("%(name)s is offered no more.") % {"name": table}, undo=undo)
    return redirect("directory:precedence_tables")


@require_POST
@desk_page
def precedence_return(request: HttpRequest, actor: Actor, table_id: int) -> HttpResponse:
    """The undo of putting away."""
    require_head(actor)
    table = get_object_or_404(all_tables(actor), pk=table_id)
    try:
        bring_table_back(actor, table)
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
    return redirect("directory:precedence_tables")


def _version_shown(actor: Actor, table: PrecedenceTable, named: str) -> PrecedenceVersion | None:
    number = record_number(named)
    found = table.versions.filter(pk=number).first() if number else None
    today: date = today_at(actor.desk)
    return found or version_on(table, today) or versions_of(table).first()


def _by_hand(actor: Actor, version: PrecedenceVersion) -> QuerySet[RankedPosition]:
    """Of people and organisations that are in the directory."""
    given = version.by_hand.filter(position__in=visible_positions(actor).order_by())
    return given.select_related("rank", "position__person", "position__organisation")


def _to(version: PrecedenceVersion) -> HttpResponse:
    address = reverse("directory:precedence_table", args=[version.table_id])
    return redirect(f"{address}?version={version.pk}")


def _form(request: HttpRequest, form: forms.Form, **context: Any) -> HttpResponse:
    shown = {"form": form, **context}
    return render(request, "directory/precedence_form.html", shown, status=422 if form.errors else 200)
