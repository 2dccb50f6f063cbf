"""What stands in a list of a programme or a call is worded anew, or goes, with a way back."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Programme
from jembatan.programmes.web.pages.found import form_page
from jembatan.recruitment.actions.refusals import Refused


def worded(
    request: HttpRequest,
    programme: Programme,
    form: forms.Form,
    write: Callable[[dict[str, Any]], object],
    *,
    title: str,
    back: str,
) -> HttpResponse:
    """GET: the form. POST: `write` what was filled in, and `back`; the form with what is wrong where it is refused."""
    if request.method == "POST" and form.is_valid():
        try:
            write(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(back)
    return form_page(request, programme, form, title=title, back=back)


def removed(
    request: HttpRequest,
    remove: Callable[[], None],
    *,
    told: str,
    undo: str,
    fields: Mapping[str, str],
    there: str,
    back: str,
) -> HttpResponse:
    """It goes, and `undo` with `fields` makes it again; where that is refused, it is shown `there`."""
    try:
        remove()
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(there)
    toast(request, told, undo=undo, undo_fields=dict(fields))
    return redirect(back)


def gone(name: object) -> str:
    """What is told of something that has just been removed."""
    return _("%(name)s removed.") % {"name": name}
