"""The form of a formal letter: the facts of its statement, and its words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.write import Wording
from jembatan.correspondence.actions.statements.record import Entered
from jembatan.correspondence.models import LetterTemplate, Message, NumberSeries, Statement, StatementLetter
from jembatan.correspondence.queries.formal_letters.templates import all_templates
from jembatan.correspondence.queries.numbering.series import all_series
from jembatan.correspondence.web.statement_form import StatementForm
from jembatan.platform.ui.forms import name_nothing, offer_records

WORDING = ("series", "template", "nature", "addressee", "text")


class LetterForm(StatementForm):
    """One of ours that has not left: its number and its day come from the series, its state from what happens to it."""

    state, dated = None, None  # type: ignore[assignment]  # so Django takes a field out of a form
    series = forms.ModelChoiceField(label=gettext_lazy("Number series"), queryset=NumberSeries.objects.none())
    template = forms.ModelChoiceField(
        label=gettext_lazy("Letter template"), queryset=LetterTemplate.objects.none()
    )
    nature = forms.ChoiceField(label=gettext_lazy("Nature"), choices=StatementLetter.Nature.choices)
    addressee = forms.CharField(
        label=gettext_lazy("Addressee"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("As it stands on the letter: office, name, place; a line each."),
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the letter"),
        required=False,
        widget=forms.Textarea({"rows": 12}),
        help_text=gettext_lazy("Without opening and closing: the template has them. A paragraph each line."),
    )

    class Meta(StatementForm.Meta):
        fields: tuple[str, ...] = (
            "title", "body", "organisation", "cc", "purpose", "deadline", "technical_contact", "response_contact", "remark",
            "dossier", "marking",
        )  # fmt: skip

    field_order: tuple[str, ...] = (
        "title", "series", "template", "nature", "body", "organisation", "addressee", "text", "cc", "answers", "purpose",
        "deadline", "technical_contact", "response_contact", "dossier", "marking", "remark",
    )  # fmt: skip

    def __init__(self, actor: Actor, *arguments: Any, **options: Any) -> None:
        super().__init__(actor, *arguments, **options)
        letter = StatementLetter.objects.filter(statement=self.instance.pk or 0).first()
        held_series = NumberSeries.objects.filter(pk=letter.series_id if letter else 0)
        held_template = LetterTemplate.objects.filter(pk=letter.template_id if letter else 0)
        offer_records(self, "series", (all_series(actor) | held_series).order_by("name"))
        offer_records(self, "template", (all_templates(actor) | held_template).order_by("name"))
        for name in ("series", "template"):
            name_nothing(self, name, None)
        if letter is not None:
            for name in WORDING:
                self.initial[name] = getattr(letter, name)
            self.fields["series"].disabled = bool(self.instance.number)

    def entered(self, message: Message | None = None) -> Entered:
        """The facts, for the action."""
        return Entered(**self.columns, state=Statement.State.DRAFT, number="", message=message)

    @property
    def wording(self) -> Wording:
        """The words, for the action."""
        return Wording(**{name: self.cleaned_data[name] for name in WORDING})
