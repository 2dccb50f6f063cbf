"""An officer of a programme, typed by number or by name."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import Officer

SHOWN = 5


class OfficerField(forms.CharField):
    """A part of a name is enough where one officer alone has it."""

    officers: QuerySet[Officer]

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("The number on the badge, or the name."))
        super().__init__(max_length=300, **options)

    def clean(self, value: Any) -> Any:
        """The officer; None where nothing is typed."""
        text = super().clean(value)
        if not text:
            return None
        number = record_number(text)
        found = list(self.officers.filter(number=number)) if number is not None else self._named(text)
        if not found:
            raise forms.ValidationError(_("No officer of this programme has that number or name."))
        if len(found) > 1:
            like = ", ".join(f"{each.number} {each.full_name}" for each in found[:SHOWN])
            raise forms.ValidationError(
                _("Several are called so: %(like)s. Write the number.") % {"like": like}
            )
        return found[0]

    def _named(self, text: str) -> list[Officer]:
        whole = self.officers.filter(full_name__iexact=text)
        part = self.officers.filter(full_name__icontains=text)
        return list(whole.order_by("number")[:SHOWN]) or list(part.order_by("number")[:SHOWN])


def offer_officers(form: forms.BaseForm, name: str, officers: QuerySet[Officer]) -> None:
    """Give the field of that name these officers to choose from."""
    field = form.fields[name]
    assert isinstance(field, OfficerField)
    field.officers = officers
