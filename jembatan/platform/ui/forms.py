"""What a form learns only when it is made or sent: the choices of today, and that a record has moved on meanwhile."""

from collections.abc import Iterable

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str | Promise]]) -> None:
    """Give the field of that name these choices: (value, label)."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def offer_records[Record: Model](form: forms.BaseForm, name: str, records: QuerySet[Record]) -> None:
    """Give the field of that name these records to choose from; any other is refused."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = records


def name_nothing(form: forms.BaseForm, name: str, label: str | None) -> None:
    """What choosing none is called in the field of that name; None where one has to be chosen."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.empty_label = label


def on_version(typed: QueryDict, version: int) -> QueryDict:
    """What was typed, as if that version had been before the eyes: sent again, it knowingly replaces it."""
    sent = typed.copy()
    sent["version"] = str(version)
    return sent
