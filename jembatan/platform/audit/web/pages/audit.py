"""Every change of the desk's records, for its head."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from jembatan.platform.audit.changes import change_page
from jembatan.platform.audit.newest import Filters
from jembatan.platform.audit.tracked import event_models
from jembatan.platform.ui.forms import offer, offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url


class FilterForm(forms.Form):
    """The address is the state."""

    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    user = forms.ModelChoiceField(
        get_user_model().objects.none(), label=_("By"), required=False, empty_label=_("Anyone")
    )
    record = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], *, desk: Any) -> None:
        super().__init__(data)
        kinds = [
            (label, str(model.pgh_tracked_model._meta.verbose_name).capitalize())
            for label, model in event_models().items()
        ]
        offer(self, "kind", [("", _("Everything")), *kinds])
        members = get_user_model().objects.filter(memberships__desk=desk).order_by("full_name")
        offer_records(self, "user", members)


@desk_page
def audit(request: HttpRequest, actor: Any) -> HttpResponse:
    """The page; with `after`, the next rows only. Anyone but the head is refused, with a sentence."""
    form = FilterForm(request.GET, desk=actor.desk)
    form.is_valid()
    asked = form.cleaned_data
    user = asked.get("user")
    filters = Filters(
        kind=asked.get("kind") or "", record_id=asked.get("record"), user_id=user.pk if user else None
    )
    page = change_page(actor, filters, after=request.GET.get("after", ""))
    context = {
        "form": form,
        "page": page,
        "more_url": more_url(request.path, page.next_after, **request.GET.dict()),
        "narrowed": any(value for value in asked.values()),
    }
    template = "audit/audit.html#changes" if request.GET.get("after") else "audit/audit.html"
    return render(request, template, context)
