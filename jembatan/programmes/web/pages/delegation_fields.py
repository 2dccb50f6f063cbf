"""Inline edit of a delegation: the form of one field, its saving, and the choice when somebody else was faster."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import country_code, country_name
from jembatan.directory.queries.visible import visible_organisations
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.inline_edit import Shown, shown_again
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import ChangedMeanwhile, change_delegation
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation
from jembatan.programmes.web.fields import LanguagesField, language_names
from jembatan.programmes.web.pages.found import found_delegation

LABELS: dict[str, Any] = {
    "name": gettext_lazy("Name"),
    "code": gettext_lazy("Code"),
    "country": gettext_lazy("Country"),
    "languages": gettext_lazy("Languages"),
    "size": gettext_lazy("Number of people"),
    "home": gettext_lazy("Stays at"),
    "organisation": gettext_lazy("Organisation"),
    "protocol": gettext_lazy("Protocol"),
}
LONG = {"protocol"}
LENGTHS = {"name": 200, "code": 12, "protocol": 10_000}


def values_shown(delegation: Delegation, *, editable: bool) -> list[Shown]:
    """All but the name, which is the heading."""
    return [shown_value(delegation, name, editable=editable) for name in LABELS]


def shown_value(delegation: Delegation, name: str, *, editable: bool = True) -> Shown:
    """A field with its label."""
    address = reverse("programmes:delegation_field", args=[delegation.pk, name]) if editable else ""
    return Shown(name, str(LABELS[name]), typed(delegation, name), address)


def typed(delegation: Delegation, name: str) -> str:
    """The value as people read and write it."""
    value = getattr(delegation, name)
    if name == "languages":
        return language_names(value)
    if name == "country":
        return country_name(value, get_language() or "id") if value else ""
    return "" if value in (None, 0) else str(value)


@desk_page
def delegation_field(request: DeskRequest, actor: Actor, delegation_id: int, field: str) -> HttpResponse:
    """GET gives the form (a page of its own without script), POST saves; 409 shows both values, 422 says what is wrong."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    if field not in LABELS:
        raise Http404
    if request.method != "POST":
        return _form(request, one, field)
    if "keep" in request.POST:
        return _done(request, one, field)
    written, known = request.POST.get("value", ""), request.POST.get("known", "")
    before = typed(one, field)
    if known != before:
        return _form(request, one, field, written=written, theirs=before, status=409)
    try:
        value = _value(actor, one, field, written)
        changed = change_delegation(actor, one, field, value, known=getattr(one, field))
    except ChangedMeanwhile as conflict:
        theirs = typed(conflict.record, field)
        return _form(request, conflict.record, field, written=written, theirs=theirs, status=409)
    except (ValidationError, Refused) as fault:
        errors = fault.messages if isinstance(fault, ValidationError) else [str(fault)]
        return _form(request, one, field, written=written, errors=errors, status=422)
    undo = reverse("programmes:delegation_field", args=[one.pk, field])
    undo_fields = {"value": before, "known": typed(changed, field)}
    toast(request, _("%(field)s saved.") % {"field": LABELS[field]}, undo=undo, undo_fields=undo_fields)
    return _done(request, changed, field)


def _value(actor: Actor, one: Delegation, name: str, written: str) -> Any:
    text = written.strip()
    if name == "languages":
        return [code for code, _level in LanguagesField(required=False).clean(text)]
    if name == "country":
        code = country_code(text)
        if text and not code:
            raise ValidationError(_("“%(text)s” is no country that is known.") % {"text": text})
        return code
    if name == "size":
        return forms.IntegerField(min_value=0, max_value=100_000, required=False).clean(text) or 0
    if name in {"home", "organisation"}:
        return _record(actor, one, name, text)
    if name == "code":
        text = text.upper()
    return forms.CharField(max_length=LENGTHS[name], required=name == "name").clean(text)


def _record(actor: Actor, one: Delegation, name: str, text: str) -> Any:
    if not text:
        return None
    records: Any = one.programme.places if name == "home" else visible_organisations(actor)
    record = records.filter(name__iexact=text).order_by("pk").first()
    if record is None:
        told = (
            _("The programme has no place of this name. Add it among the places first.")
            if name == "home"
            else _("The directory has no organisation of this name. Add it there first.")
        )
        raise ValidationError(told)
    return record


def _form(
    request: DeskRequest,
    one: Delegation,
    name: str,
    *,
    written: str | None = None,
    errors: list[str] | None = None,
    theirs: str | None = None,
    status: int = 200,
) -> HttpResponse:
    known = typed(one, name)
    places = one.programme.places.order_by("name") if name == "home" else []
    context = {
        "delegation": one,
        "programme": one.programme,
        "shown": shown_value(one, name),
        "known": known,
        "value": known if written is None else written,
        "errors": errors or [],
        "theirs": theirs,
        "long": name in LONG,
        "offered": [str(place) for place in places],
    }
    template = "programmes/field.html#form" if request.htmx else "programmes/field.html"
    return render(request, template, context, status=status)


def _done(request: DeskRequest, one: Delegation, name: str) -> HttpResponse:
    page = reverse("programmes:delegation", args=[one.pk])
    return shown_again(request, shown_value(one, name), page=page, anew=name == "name")
