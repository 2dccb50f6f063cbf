"""A day in a form, typed as one says it: "17 Agustus 2026", "jumat depan", "besok"."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.ui.moments import day_text


class DayInWords(forms.DateField):
    """Shown in words as well; what is no day, or has a time, is refused with an example."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> date | None:
        """The day that the text names, in the language of the interface."""
        if not isinstance(value, str):
            return super().to_python(value)
        text = value.strip()
        if not text:
            return None
        when = parse_when(text, now=timezone.localtime(), language=translation.get_language() or "id")
        if when is None or not when.all_day:
            raise forms.ValidationError(
                _("“%(text)s” is no day. Write one such as “17 August 2026” or “tomorrow”.") % {"text": text}
            )
        return when.start.date()

    def prepare_value(self, value: Any) -> Any:
        """A stored day as the reader writes it."""
        return day_text(value) if isinstance(value, date) else value
