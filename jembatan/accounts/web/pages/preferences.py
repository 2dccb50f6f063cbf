"""Settings: how the interface looks and speaks to this user."""

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.models import User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE
from jembatan.accounts.web.pages.appearance import YEAR
from jembatan.platform.ui.toasts import toast

ZONES = sorted(
    zone
    for zone in available_timezones()
    if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))
)


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]
    """The user's own choices; a zone is one of the IANA names."""

    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=[(zone, zone) for zone in ZONES])
    second_time_zone = forms.ChoiceField(
        label=gettext_lazy("Second time zone"),
        help_text=gettext_lazy("Shown beside the first in the calendar."),
        choices=[("", gettext_lazy("None")), *((zone, zone) for zone in ZONES)],
        required=False,
    )

    class Meta:
        model = User
        fields = [
            "full_name",
            "language",
            "theme",
            "density",
            "time_zone",
            "second_time_zone",
            "shortcuts_enabled",
        ]
        labels = {
            "full_name": gettext_lazy("Full name"),
            "language": gettext_lazy("Language"),
            "theme": gettext_lazy("Appearance"),
            "density": gettext_lazy("Density of lists"),
            "shortcuts_enabled": gettext_lazy("Keyboard shortcuts"),
        }
        help_texts = {
            "shortcuts_enabled": gettext_lazy(
                "Single keys such as “c” and “g i”. Switch them off if you speak to your computer."
            ),
        }
        widgets = {
            name: forms.RadioSelect({"class": "segments"}) for name in ("language", "theme", "density")
        }


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """Show and save them; the answer to a save is already in the new language."""
    assert isinstance(request.user, User)
    user = User.objects.get(pk=request.user.pk)  # a copy: what is refused must not colour the page
    form = PreferencesForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(user.language):
            toast(request, _("Your settings are saved."))
        response = redirect("accounts:preferences")
        response.set_cookie(LANGUAGE_COOKIE, user.language, samesite="Lax", max_age=YEAR)
        return response
    context = {"form": form, "single_sign_on": bool(settings.SOCIALACCOUNT_PROVIDERS)}
    return render(request, "accounts/preferences.html", context, status=422 if form.errors else 200)
