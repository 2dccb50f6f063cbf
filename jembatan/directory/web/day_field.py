"""A day in a form: the browser's own picker, sent and shown as ISO 8601, so that no language reads it month first."""

from typing import Any

from django import forms


def day_field(label: Any, **options: Any) -> forms.DateField:
    """An optional date."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=False, widget=widget, input_formats=["%Y-%m-%d"], **options)
