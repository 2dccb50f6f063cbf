"""What is set about a brief, as a form."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.briefings.actions.settle import Setting
from jembatan.briefings.models import Brief
from jembatan.briefings.models.brief import MAY_LEAVE_THE_HOUSE
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import moment_text

ENDS = 23


class SettingForm(forms.Form):
    """Marking, language, until when."""

    marking = forms.ChoiceField(
        label=gettext_lazy("At least marked"), choices=[(m.value, m.value) for m in Marking]
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the document"), choices=settings.LANGUAGES)
    until = forms.CharField(label=gettext_lazy("Holds until"))

    def __init__(self, *args: Any, for_them: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_them:
            self.fields["marking"] = forms.ChoiceField(
                label=gettext_lazy("Marked"), choices=[(m.value, m.value) for m in MAY_LEAVE_THE_HOUSE]
            )

    @classmethod
    def of(cls, brief: Brief) -> "SettingForm":
        """As it stands."""
        initial = {
            "marking": brief.marking,
            "language": brief.language,
            "until": timezone.localtime(brief.expires_at).strftime("%Y-%m-%d %H:%M"),
        }
        return cls(initial=initial, for_them=brief.for_them)

    def clean_until(self) -> datetime:
        """A day alone means its end."""
        now = timezone.localtime()
        when = parse_when(self.cleaned_data["until"], now=now, language=translation.get_language() or "id")
        if when is None:
            raise forms.ValidationError(
                _("Write a day, or a day and a time, such as “%(moment)s”.") % {"moment": moment_text(now)}
            )
        return when.start.replace(hour=ENDS, minute=59) if when.all_day else when.start

    @property
    def setting(self) -> Setting:
        """What a valid form says."""
        given = self.cleaned_data
        return Setting(
            marking=Marking(given["marking"]), language=given["language"], expires_at=given["until"]
        )
