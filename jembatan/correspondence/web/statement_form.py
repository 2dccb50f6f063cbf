"""The form of a statement: as it is typed, as it stands, and how the two differ."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.record import Entered
from jembatan.correspondence.models import Message, ReservedNumber, Statement, StatementReference
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.markings import Marking
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer, offer_records

UNKNOWN = gettext_lazy("Unknown")
BETWEEN_NUMBERS = re.compile(r"[;,\n]+")
ENTERED = [each for each in Statement.State.choices if each[0] != Statement.State.WITHDRAWN]


class StatementForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in its stubs alone
    """A statement as it is entered or changed; `version` is the one before the editor's eyes."""

    state = forms.ChoiceField(label=gettext_lazy("State"), choices=ENTERED)
    purpose = forms.ChoiceField(
        label=gettext_lazy("Purpose"), choices=[("", UNKNOWN), *Statement.Purpose.choices], required=False
    )
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=UNKNOWN,
    )
    dated = DayInWords(label=gettext_lazy("Dated"), required=False)
    deadline = DayInWords(
        label=gettext_lazy("Deadline"),
        required=False,
        help_text=gettext_lazy("In words as well: “next Friday”, “17 August 2026”."),
    )
    answers = forms.CharField(
        label=gettext_lazy("Responds to"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Numbers of other statements, separated by “;”."),
    )
    dossier = forms.ModelChoiceField(
        label=gettext_lazy("Dossier"),
        queryset=Dossier.objects.none(),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Statement
        fields: tuple[str, ...] = (
            "state", "number", "title", "body", "organisation", "cc", "their_number", "purpose", "dated", "deadline",
            "technical_contact", "response_contact", "remark", "dossier", "marking",
        )  # fmt: skip
        widgets = {"cc": forms.Textarea({"rows": 2}), "remark": forms.Textarea({"rows": 3})}

    field_order: tuple[str, ...] = (*Meta.fields[:10], "answers", *Meta.fields[10:])

    def __init__(self, actor: Actor, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.instance.pk is not None:
            self.initial["answers"] = "; ".join(answered(self.instance))
            self.initial["version"] = self.instance.version
        if self.instance.state == Statement.State.WITHDRAWN and "state" in self.fields:
            offer(self, "state", Statement.State.choices)
        in_the_book = ReservedNumber.objects.filter(statement=self.instance.pk or 0).exists()
        for name in {"number", "state"} & self.fields.keys():
            self.fields[name].disabled = in_the_book
        offer_records(self, "organisation", visible_organisations(actor).order_by("name_folded"))
        still_open = visible_dossiers(actor).filter(closed_at__isnull=True)
        held = visible_dossiers(actor).filter(pk=self.instance.dossier_id)
        offer_records(self, "dossier", (still_open | held).order_by("title"))

    def clean(self) -> dict[str, Any]:
        """Only a draft, and one that was withdrawn, may be without a number."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("state") in {Statement.State.RECEIVED, Statement.State.SENT} and not data.get("number"):
            self.add_error("number", _("Give its number."))
        return data

    def entered(self, message: Message | None = None) -> Entered:
        """For the action."""
        state = Statement.State(self.cleaned_data["state"])
        return Entered(**self.columns | {"state": state, "message": message})

    @property
    def columns(self) -> dict[str, Any]:
        """What was typed into the fields of this form, as `Entered` names it."""
        numbers = (number.strip() for number in BETWEEN_NUMBERS.split(self.cleaned_data["answers"]))
        return {name: self.cleaned_data[name] for name in self.Meta.fields} | {
            "marking": Marking(self.cleaned_data["marking"]),
            "answers": tuple(number for number in numbers if number),
        }


def answered(statement: Statement) -> list[str]:
    """Numbers of the statements that it responds to."""
    responds = statement.references.filter(kind=StatementReference.Kind.RESPONDS_TO)
    return list(responds.order_by("pk").values_list("number", flat=True))


def standing_otherwise(typed: StatementForm, standing: StatementForm) -> list[tuple[str, str]]:
    """Label and value of what stands otherwise than it was typed."""
    return [
        (str(bound.label), _told(standing, bound.name))
        for bound in typed.visible_fields()
        if str(bound.value() or "") != str(standing[bound.name].value() or "")
    ]


def _told(form: StatementForm, name: str) -> str:
    value = str(form[name].value() or "")
    choices = getattr(form.fields[name], "choices", ())
    return next((str(label) for key, label in choices if str(key) == value), value)
