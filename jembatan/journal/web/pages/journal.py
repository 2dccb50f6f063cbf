"""The desk's journal: everything that happened, newest first, filtered by kind, officer and period."""

from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User
from jembatan.journal.actions.note import EmptyNote, correct_entry
from jembatan.journal.queries.kinds import Label, groups
from jembatan.journal.queries.timeline import Filters, visible_entries
from jembatan.journal.queries.whole import whole_entries
from jembatan.journal.web.rows import page_and_kinds, row_of
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast


class SpokenDay(forms.CharField):
    """A day as people write it: "senin lalu", "1 Nov", "2026-11-01"."""

    def clean(self, value: Any) -> datetime | None:
        """Midnight at the start of the day, or None."""
        text = super().clean(value)
        if not text:
            return None
        when = parse_when(text, now=timezone.localtime(), language=translation.get_language() or "id")
        if when is None:
            raise forms.ValidationError(
                _("“%(text)s” is not a date that is understood here.") % {"text": text}
            )
        return datetime.combine(when.start.date(), time.min, when.start.tzinfo)


class FilterForm(forms.Form):
    """The address is the state: every filter is a query parameter."""

    kind = forms.CharField(required=False)
    officer = forms.ModelChoiceField(User.objects.none(), required=False, empty_label=gettext_lazy("Anyone"))
    start = SpokenDay(label=gettext_lazy("From"), required=False)
    end = SpokenDay(label=gettext_lazy("Until"), required=False)

    def __init__(self, data: Any, *, desk: Desk) -> None:
        super().__init__(data)
        members = get_user_model().objects.filter(memberships__desk=desk).order_by("full_name")
        offer_records(self, "officer", members)

    def filters(self) -> Filters:
        """What is understood of them."""
        self.is_valid()
        asked = self.cleaned_data
        officer, end = asked.get("officer"), asked.get("end")
        return Filters(
            kinds=(asked["kind"],) if asked.get("kind") else (),
            user_id=officer.pk if officer else None,
            start=asked.get("start"),
            end=end + timedelta(days=1) if end else None,
        )


@desk_page
def journal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; with `after`, the next rows only."""
    form = FilterForm(request.GET, desk=actor.desk)
    filters, after = form.filters(), request.GET.get("after", "")
    page, frequent, rare = page_and_kinds(actor, None, groups(), filters=filters, after=after)
    query = {name: str(value) for name, value in request.GET.items() if name != "after"}
    context = {
        "form": form,
        "kind": query.get("kind", ""),
        "chips": _chips(query, {"": _("Everything"), **frequent}),
        "rare": _chips(query, rare),
        "rows": page.rows,
        "more_url": more_url(request.path, page.next_after, **query),
        "narrowed": filters != Filters(),
    }
    return render(request, "journal/rows.html" if after else "journal/journal.html", context)


@desk_page
def entry(request: HttpRequest, actor: Actor, entry_id: int) -> HttpResponse:
    """One entry with what corrects it and what it corrects."""
    found = get_object_or_404(visible_entries(actor), pk=entry_id)
    (whole,) = whole_entries([found.pk])
    return render(request, "journal/entry.html", {"row": row_of(whole)})


@require_POST
@desk_page
def correction(request: HttpRequest, actor: Actor, entry_id: int) -> HttpResponse:
    """Write how it really was, as a new entry."""
    found = get_object_or_404(visible_entries(actor), pk=entry_id)
    try:
        correct_entry(actor, found, request.POST.get("text", ""))
    except EmptyNote as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The correction stands beside the old entry."))
    return redirect("journal:entry", entry_id=found.pk)


def _chips(query: dict[str, str], choices: dict[str, Label]) -> list[dict[str, Any]]:
    """One for each of these groups of kinds; the other filters stay as they are."""
    others = {name: value for name, value in query.items() if name != "kind" and value}
    chosen = query.get("kind", "")
    return [
        {"label": label, "active": name == chosen, "url": _with(others | ({"kind": name} if name else {}))}
        for name, label in choices.items()
    ]


def _with(query: dict[str, str]) -> str:
    return f"?{urlencode(query)}"
