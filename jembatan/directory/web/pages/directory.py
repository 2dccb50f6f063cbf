"""The directory: people and organisations, filtered while one types. The address is the state."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.formats import places
from jembatan.directory.models import Organisation
from jembatan.directory.queries.browse import Filters, page_of_organisations, page_of_people
from jembatan.directory.queries.marks import Page
from jembatan.directory.queries.narrowing import narrowings
from jembatan.directory.queries.open_duplicates import open_count
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.renderer import LongSelect

ANY = gettext_lazy("Any")
SORTS = [("name", gettext_lazy("By name")), ("recent", gettext_lazy("Recently active first"))]


class FilterForm(forms.Form):
    """What narrows the list; a value that makes no sense narrows nothing."""

    q = forms.CharField(required=False, max_length=200)
    mine = forms.BooleanField(label=gettext_lazy("Mine"), required=False)
    removed = forms.BooleanField(label=gettext_lazy("Removed"), required=False)
    tag = forms.CharField(label=gettext_lazy("Tag"), required=False, max_length=80)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), required=False, choices=[("", ANY), *Organisation.Kind.choices]
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False, widget=LongSelect)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False, widget=LongSelect)
    sort = forms.ChoiceField(label=gettext_lazy("Order"), required=False, choices=SORTS)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        reader = get_language() or "en"
        for name, table in (("country", places.countries), ("language", places.languages)):
            offer(self, name, [("", ANY), *table(reader).items()])
        for each in narrowings():
            choices = [("", ANY), *each.choices.items()]
            self.fields[each.name] = forms.ChoiceField(label=str(each.label), required=False, choices=choices)
        self.is_valid()

    def filters(self) -> Filters:
        """For the query."""
        data = self.cleaned_data
        return Filters(
            text=data.get("q", ""),
            tag=data.get("tag", ""),
            kind=data.get("kind", ""),
            country=data.get("country", ""),
            language=data.get("language", ""),
            mine=data.get("mine", False),
            removed=data.get("removed", False),
            chosen={each.name: data[each.name] for each in narrowings() if data.get(each.name)},
            sort="recent" if data.get("sort") == "recent" else "name",
        )

    @property
    def narrowing(self) -> int:
        """How many of the filters behind the button are set."""
        names = ("tag", "kind", "country", "language", "removed", *(each.name for each in narrowings()))
        return sum(bool(self.cleaned_data.get(name)) for name in names)

    @property
    def chosen_from(self) -> list[forms.BoundField]:
        """The fields of questions of other rooms."""
        return [self[each.name] for each in narrowings()]


@desk_page
def people(request: DeskRequest, actor: Actor) -> HttpResponse:
    """People; a request by htmx gets the list alone, one with `after` the next rows."""
    form = FilterForm(request.GET)
    page = page_of_people(actor, form.filters(), after=request.GET.get("after", ""))
    return _render(request, actor, form, page, kind="people")


@desk_page
def organisations(request: DeskRequest, actor: Actor) -> HttpResponse:
    """Organisations, likewise."""
    form = FilterForm(request.GET)
    page = page_of_organisations(actor, form.filters(), after=request.GET.get("after", ""))
    return _render(request, actor, form, page, kind="organisations")


def _render(
    request: DeskRequest, actor: Actor, form: FilterForm, page: Page[Any], *, kind: str
) -> HttpResponse:
    query = {name: value for name, value in request.GET.items() if name != "after" and value}
    context = {
        "form": form,
        "page": page,
        "kind": kind,
        "query": urlencode(query),
        "more_url": more_url(request.path, page.next_after, **query),
    }
    part = ""
    if not request.htmx:
        context["duplicates"] = open_count(actor)
    else:
        part = "#rows" if request.GET.get("after") else "#list"
    return render(request, f"directory/directory.html{part}", context)
