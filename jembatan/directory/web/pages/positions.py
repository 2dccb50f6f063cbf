"""Positions: from a person's page or an organisation's, begun, corrected, ended, held again."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.actions.positions import (
    PositionFacts,
    add_position,
    change_position,
    end_position,
    facts_of,
    reopen_position,
)
from jembatan.directory.models import Organisation, Person, Position
from jembatan.directory.queries.positions import visible_positions
from jembatan.directory.web.day_field import day_field
from jembatan.directory.web.parties import address_of, party_or_404
from jembatan.directory.web.party_field import chosen, create_field, party_field
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

LAST_DAY = gettext_lazy("Leave it empty while the post is held.")


class PositionForm(forms.Form):
    """What is known of the post."""

    title = forms.CharField(label=gettext_lazy("Position"), max_length=200, required=False)
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=200, required=False)
    since = day_field(gettext_lazy("Since"))
    until = day_field(gettext_lazy("Last day"), help_text=LAST_DAY)

    def facts(self) -> PositionFacts:
        """The valid form as the action takes it."""
        data = self.cleaned_data
        return PositionFacts(title=data["title"], unit=data["unit"], since=data["since"], until=data["until"])


class NewPositionForm(PositionForm):
    """The post, and who holds it or where: the other party is named."""

    def __init__(self, data: Mapping[str, Any] | None, *, kind: str) -> None:
        super().__init__(data)
        self.other_kind = "organisations" if kind == "people" else "people"
        label = _("Organisation") if kind == "people" else _("Person")
        self.fields = {"other": party_field(self.other_kind, label), **self.fields}
        if data and "create" in data:
            self.fields["create"] = create_field(data.get("other", ""))


class ChangedPositionForm(PositionForm):
    """With the version that the editor saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


@desk_page
def new_position(request: HttpRequest, actor: Actor, kind: str, party_id: int) -> HttpResponse:
    """The form, and its saving: the organisation or person that is not there yet can be made on the way."""
    require_writer(actor)
    party = party_or_404(actor, kind, party_id)
    form = NewPositionForm(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        position = _add(actor, party, form)
        if position is not None:
            undo = reverse("directory:detail_removal", args=["positions", position.pk])
            toast(request, _("The position is recorded."), undo=undo)
            return redirect(address_of(party))
    title = _("New position of %(name)s") if kind == "people" else _("Who works at %(name)s?")
    return _page(request, form, title=title % {"name": party}, back=address_of(party))


@desk_page
def position(request: HttpRequest, actor: Actor, position_id: int) -> HttpResponse:
    """Correct what is known of a position; a conflict shows what stands there now beside what was typed."""
    require_writer(actor)
    found = get_object_or_404(visible_positions(actor), pk=position_id)
    before = facts_of(found)
    now = {field: getattr(before, field) for field in ("title", "unit", "since", "until")}
    form = ChangedPositionForm(request.POST or None, initial={**now, "version": found.version})
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            change_position(actor, found, form.facts(), version=form.cleaned_data["version"])
        except Conflict as refusal:
            conflict = refusal
            form.data = on_version(request.POST, found.version)
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            undo = {
                **{name: str(value or "") for name, value in now.items()},
                "version": str(found.version + 1),
            }
            toast(request, _("The position is corrected."), undo=request.path, undo_fields=undo)
            return redirect(address_of(found.person))
    title = _("Position of %(name)s") % {"name": found.person}
    context = {"conflict": conflict, "current": found, "detail": found, "detail_kind": "positions"}
    return _page(request, form, title=title, back=address_of(found.person), **context)


@require_POST
@desk_page
def position_end(request: HttpRequest, actor: Actor, position_id: int) -> HttpResponse:
    """The post is over since yesterday; another day is set by correcting it."""
    found = get_object_or_404(visible_positions(actor), pk=position_id)
    end_position(actor, found)
    text = _("%(name)s no longer holds the position.") % {"name": found.person}
    toast(request, text, undo=reverse("directory:position_reopening", args=[found.pk]))
    return redirect(_origin(request, found))


@require_POST
@desk_page
def position_reopening(request: HttpRequest, actor: Actor, position_id: int) -> HttpResponse:
    """The post is held after all."""
    found = get_object_or_404(visible_positions(actor), pk=position_id)
    reopen_position(actor, found)
    toast(request, _("%(name)s holds the position again.") % {"name": found.person})
    return redirect(_origin(request, found))


@transaction.atomic
def _add(actor: Actor, party: Person | Organisation, form: NewPositionForm) -> Position | None:
    other = chosen(actor, form, "other", form.other_kind)
    if other is None:
        return None
    person, organisation = (party, other) if isinstance(party, Person) else (other, party)
    assert isinstance(person, Person)
    assert isinstance(organisation, Organisation)
    try:
        return add_position(actor, person, organisation, form.facts())
    except ValidationError as fault:
        # The party that was made on the way goes again.
        transaction.set_rollback(True)
        form.add_error(None, fault)
        return None


def _page(
    request: HttpRequest, form: forms.Form, *, title: str, back: str, **context: object
) -> HttpResponse:
    status = 409 if context.get("conflict") else 422 if form.errors else 200
    context |= {"form": form, "title": title, "back": back}
    return render(request, "directory/detail_form.html", context, status=status)


def _origin(request: HttpRequest, position: Position) -> str:
    wanted = request.POST.get("from")
    return address_of(position.organisation if wanted == "organisation" else position.person)
