"""How the desk has learnt what somebody wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jembatan.correspondence.actions.announcements.consents import BY_THEMSELVES
from jembatan.correspondence.models import Consent

AGREED = [(how.value, how.label) for how in Consent.How if how not in BY_THEMSELVES]


class ConsentForm(forms.Form):
    """One person's wish."""

    wishes = forms.ChoiceField(
        label=_("Announcements"),
        choices=[("yes", _("wants announcements")), ("no", _("wants no announcements"))],
    )
    how = forms.ChoiceField(label=_("How we know"), choices=AGREED)
    words = forms.CharField(label=_("Remark"), max_length=300, required=False)
