"""Settings: a series of numbers."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.numbering.series import bring_back_series, keep_series, retire_series
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.number_patterns import NotAPattern, check_pattern, number_text
from jembatan.correspondence.models import NumberSeries
from jembatan.correspondence.queries.numbering.series import all_series
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class SeriesForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """How the numbers look, and where they begin."""

    begins_at = forms.IntegerField(
        label=gettext_lazy("First number"),
        min_value=1,
        max_value=999_999_999,
        initial=1,
        help_text=gettext_lazy("It counts as long as the series has given no number."),
    )

    class Meta:
        model = NumberSeries
        fields = ["name", "pattern", "begins_at"]
        help_texts = {
            "pattern": gettext_lazy(
                "{number} is the number, {number:03} with three digits; {year}, {month} and {month_roman} are the day's. With {year} numbers begin anew each year."
            )
        }

    def clean_pattern(self) -> str:
        """A pattern that numbers can be made by."""
        try:
            return check_pattern(self.cleaned_data["pattern"])
        except NotAPattern as fault:
            raise forms.ValidationError(str(fault)) from fault


@desk_page
def series(request: HttpRequest, actor: Actor, series_id: int | None = None) -> HttpResponse:
    """A new series, or an existing one changed."""
    require_head(actor)
    stored = get_object_or_404(all_series(actor), pk=series_id) if series_id else None
    form = SeriesForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        current = all_series(actor).get(pk=stored.pk) if stored else None
        try:
            kept = keep_series(actor, current, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            toast(request, _("The series is saved: %(example)s") % {"example": example_of(kept)})
            return redirect("correspondence:letter_settings")
    context: dict[str, Any] = {"form": form, "series": stored}
    return render(request, "correspondence/number_series.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def series_retirement(request: HttpRequest, actor: Actor, series_id: int) -> HttpResponse:
    """It gives no more numbers; the toast brings it back."""
    require_head(actor)
    retired = retire_series(actor, get_object_or_404(all_series(actor), pk=series_id))
    undo = reverse("correspondence:number_series_return", args=[retired.pk])
    toast(request, _("“%(name)s” gives no more numbers.") % {"name": retired.name}, undo=undo)
    return redirect("correspondence:letter_settings")


@require_POST
@desk_page
def series_return(request: HttpRequest, actor: Actor, series_id: int) -> HttpResponse:
    """It gives numbers again."""
    require_head(actor)
    bring_back_series(actor, get_object_or_404(NumberSeries.objects.filter(desk=actor.desk), pk=series_id))
    return redirect("correspondence:letter_settings")


def example_of(series: NumberSeries) -> str:
    """A number as the series would write it today."""
    return number_text(series.pattern, series.begins_at, timezone.localdate())
