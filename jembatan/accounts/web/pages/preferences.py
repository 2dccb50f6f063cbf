"""Settings: how the interface looks and speaks to this user."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actions.sign_in_address import AddressTaken, change_own_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE
from jembatan.accounts.web.pages.appearance import YEAR
from jembatan.accounts.web.zones import ZONE_CHOICES
from jembatan.platform.ui.toasts import toast


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The user's own choices; a zone is one of the IANA names. The address to sign in with is the head's to change."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=ZONE_CHOICES)
    second_time_zone = forms.ChoiceField(
        label=gettext_lazy("Second time zone"),
        help_text=gettext_lazy("Shown beside the first in the calendar."),
        choices=[("", gettext_lazy("None")), *ZONE_CHOICES],
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

    def __init__(self, data: Any, *, instance: User, actor: Actor | None) -> None:
        super().__init__(data, instance=instance, initial={"email": instance.email})
        email = self.fields["email"]
        email.disabled = actor is None or not actor.may_clear
        email.help_text = (
            _("The head of your desk gives it.") if email.disabled else _("You sign in with it.")
        )


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """Show and save them; the answer to a save is already in the new language."""
    assert isinstance(request.user, User)
    user = User.objects.get(pk=request.user.pk)  # a copy: what is refused must not colour the page
    actor: Actor | None = getattr(request, "actor", None)
    form = PreferencesForm(request.POST or None, instance=user, actor=actor)
    if request.method == "POST" and form.is_valid() and _address_changed(form, actor):
        form.save()
        with translation.override(user.language):
            toast(request, _("Your settings are saved."))
        response = redirect("accounts:preferences")
        response.set_cookie(LANGUAGE_COOKIE, user.language, samesite="Lax", max_age=YEAR)
        return response
    context = {"form": form, "single_sign_on": bool(settings.SOCIALACCOUNT_PROVIDERS)}
    return render(request, "accounts/preferences.html", context, status=422 if form.errors else 200)


def _address_changed(form: PreferencesForm, actor: Actor | None) -> bool:
    """Whether nothing stands against the address that the form names."""
    if actor is not None and "email" in form.changed_data:
        try:
            form.instance.email = change_own_address(actor, form.cleaned_data["email"]).email
        except AddressTaken as refusal:
            form.add_error("email", str(refusal))
            return False
    return True


def sign_in_address(request: HttpRequest) -> HttpResponse:
    """allauth has a page to change it; here it is the head's to give, so that page is the settings."""
    return redirect("accounts:preferences")
