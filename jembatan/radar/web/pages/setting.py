"""Settings → Radar: how many new signals a week. The head changes it, everybody reads it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.radar.actions.setting import set_weekly
from jembatan.radar.actions.weekly import weekly_of
from jembatan.radar.models import RadarSetting
from jembatan.radar.models.setting import MOST
from jembatan.radar.queries.wording.rules import WORDS


class WeeklyForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """One number."""

    weekly = forms.IntegerField(
        label=RadarSetting._meta.get_field("weekly").verbose_name,
        help_text=RadarSetting._meta.get_field("weekly").help_text,
        min_value=1,
        max_value=MOST,
    )

    class Meta:
        model = RadarSetting
        fields = ("weekly",)


@desk_page
def setting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: for everyone; POST: the head sets it."""
    if request.method == "POST":
        require_head(actor)
    form = WeeklyForm(request.POST or None, initial={"weekly": weekly_of(actor.desk)})
    if request.method == "POST" and form.is_valid():
        set_weekly(actor, form.cleaned_data["weekly"])
        toast(request, _("Saved."))
        return redirect("radar:setting")
    context = {"form": form, "rules": WORDS.values(), "weekly": weekly_of(actor.desk)}
    return render(request, "radar/setting.html", context, status=422 if form.errors else 200)
