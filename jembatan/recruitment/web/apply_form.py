"""The form of an application: who they are, when they could work, and the questions of the call, in one of the two languages."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.directory.formats.places import countries, language_name
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer
from jembatan.programmes.formats.tongues import COMMON
from jembatan.programmes.models import Post
from jembatan.programmes.models.levels import Employment
from jembatan.programmes.web.fields import phone_typed
from jembatan.recruitment.actions.apply import check_age
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.saying import KeptFile, Said
from jembatan.recruitment.models import Application, Call, Question
from jembatan.recruitment.queries.own_data import ABOUT_THEM
from jembatan.recruitment.web import uploads
from jembatan.recruitment.web.apply_rows import (
    read_certificates,
    read_days,
    read_languages,
    read_ties,
    rows_of_certificates,
    rows_of_days,
    rows_of_languages,
    rows_of_ties,
)
from jembatan.recruitment.web.known import CHANGED_MEANWHILE, changed_since, known_of, seen, tongue

SIMPLE: dict[str, Callable[[], forms.Field]] = {
    Question.Kind.TEXT: lambda: forms.CharField(max_length=500),
    Question.Kind.LONG: lambda: forms.CharField(max_length=5000, widget=forms.Textarea({"rows": 5})),
    Question.Kind.DATE: DayInWords,
}


NEEDED_OF_THEM = ("email", "phone", "born", "nationality", "post")
"""What applicants have to say, and the desk may not know."""


class ApplyForm(forms.Form):
    """The fields that every application has; those of the call's questions come behind them. The desk may leave open what a table has not told it."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"), max_length=300, widget=forms.TextInput({"autocomplete": "name"})
    )
    call_name = forms.CharField(label=gettext_lazy("Called"), max_length=100, required=False)
    email = forms.EmailField(
        label=gettext_lazy("Mail"), max_length=320, widget=forms.EmailInput({"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        max_length=40,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    born = DayInWords(label=gettext_lazy("Born"), help_text=gettext_lazy("A day such as 17 August 1999."))
    nationality = forms.ChoiceField(label=gettext_lazy("Nationality"))
    post = forms.ModelChoiceField(label=gettext_lazy("Post"), queryset=Post.objects.none(), empty_label=None)
    employment = forms.ChoiceField(label=gettext_lazy("Employment"), choices=Employment.choices)
    education = forms.TypedChoiceField(
        label=gettext_lazy("Highest education"), choices=Application.Education.choices, coerce=int
    )
    experience = forms.IntegerField(
        label=gettext_lazy("Years of experience"), min_value=0, max_value=60, initial=0
    )

    def __init__(
        self,
        call: Call,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
        *,
        application: Application | None = None,
        by_desk: bool = False,
    ) -> None:
        self.call, self.application, self.by_desk = call, application, by_desk
        self.language = tongue()
        known = known_of(call, application, by_desk=by_desk)
        super().__init__(data, files, initial=known)
        self.seen = seen(known) if application else ""
        self.questions = list(call.questions.all())
        self.kept: dict[int, KeptFile] = {}
        posts = self.fields["post"]
        assert isinstance(posts, forms.ModelChoiceField)
        theirs = Q(pk=application.post_id) if application else Q()
        offered = Q(programme=call.programme) if by_desk else Q(calls=call) | theirs
        posts.queryset = Post.objects.filter(offered).distinct().order_by("name")
        offer(self, "nationality", [("", "—"), *countries(self.language).items()])
        if application is not None and not by_desk:
            del self.fields["email"]
        self.days = rows_of_days(self, call.programme)
        self.certificates, self.ties = rows_of_certificates(self), rows_of_ties(self)
        asked = next((each for each in self.questions if each.kind == Question.Kind.LANGUAGES), None)
        self.spoken = rows_of_languages(self, asked.label(self.language)) if asked else None
        for rows in filter(None, (self.days, self.spoken, self.certificates, self.ties)):
            rows.add(sum(name.startswith(f"{next(iter(rows.fields))}-") for name in known))
        for question in self.questions:
            if question.kind != Question.Kind.LANGUAGES:
                self._ask(question)
        if application is None:
            consent = forms.BooleanField(label=call.consent(self.language))
            consent.error_messages["required"] = _("Without your consent we may not keep an application.")
            self.fields["consent"] = consent
        if by_desk:
            posts.empty_label = "—"
            for name in NEEDED_OF_THEM:
                self.fields[name].required = False

    def _ask(self, question: Question) -> None:
        field = self._field(question)
        field.label, field.required = question.label(self.language), question.required and not self.by_desk
        if question.wants_file:
            field.required = False
            self._bring_again(question)
        self.fields[f"q{question.pk}"] = field

    def _field(self, question: Question) -> forms.Field:
        if question.kind == Question.Kind.CHOICE:
            return forms.ChoiceField(choices=[("", "—"), *question.choices(self.language)])
        if question.kind == Question.Kind.YES_NO:
            return forms.ChoiceField(choices=[("", "—"), ("yes", _("Yes")), ("no", _("No"))])
        if question.wants_file:
            hint, accepted = uploads.asked_for(question)
            return forms.FileField(help_text=hint, widget=forms.FileInput({"accept": accepted}))
        return SIMPLE[question.kind]()

    def _bring_again(self, question: Question) -> None:
        token = self.data.get(f"kept-{question.pk}", "")
        if token and (file := uploads.by_token(token, question.kind)):
            self.kept[question.pk] = file

    def clean(self) -> None:
        """Files are kept whatever else is wrong; rows are read as people fill them."""
        for question in self.questions:
            if question.wants_file:
                self._keep(question)
            elif self.spoken and question.kind == Question.Kind.LANGUAGES:
                self.cleaned_data["spoken"] = read_languages(
                    self.spoken, required=question.required and not self.by_desk
                )
        if changed_since(self.seen, self.data):
            self.add_error(None, CHANGED_MEANWHILE)
        try:
            check_age(self.call.programme, self.cleaned_data.get("post"), self.cleaned_data.get("born"))
        except Refused as refusal:
            self.add_error("born", str(refusal))
        self.cleaned_data["days"] = read_days(self.days, self.call.programme, required=not self.by_desk)
        self.cleaned_data["certificates"] = read_certificates(self.certificates)
        self.cleaned_data["ties"] = read_ties(self.ties)

    def clean_phone(self) -> str:
        """E.164."""
        typed = self.cleaned_data["phone"]
        return phone_typed(typed, self.call.desk) if typed else ""

    def clean_born(self) -> Any:
        """In the past."""
        born = self.cleaned_data["born"]
        if born and not 1900 < born.year < self.call.programme.first_day.year:
            raise ValidationError(_("This is no day on which you can have been born."))
        return born

    def _keep(self, question: Question) -> None:
        name = f"q{question.pk}"
        upload = self.files.get(name)
        try:
            if upload is not None and name not in self.errors:
                self.kept[question.pk] = uploads.kept_for(question, upload)
        except ValidationError as fault:
            self.add_error(name, fault)
        had = self.application and self.application.answers.filter(question=question).exists()
        needed = question.required and not self.by_desk
        if needed and question.pk not in self.kept and not had and name not in self.errors:
            self.add_error(name, _("Choose a file."))

    @property
    def languages(self) -> list[str]:
        """What a field of a language offers."""
        return sorted(language_name(code, self.language) for code in COMMON)

    @property
    def countries(self) -> list[str]:
        """What a field of a country offers."""
        return list(countries(self.language).values())

    @property
    def refused(self) -> list[forms.BoundField]:
        """Fields with which something is wrong, in the order of the page."""
        shown: list[forms.BoundField] = []
        for part in self.parts():
            shown += (
                [part["field"]] if "field" in part else [each for row in part["rows"].rows() for each in row]
            )
        consent = [self["consent"]] if "consent" in self.fields else []
        return [bound for bound in (*shown, *consent) if bound.errors]

    def said(self) -> Said:
        """What was filled in; the form is valid."""
        given = self.cleaned_data
        return Said(
            about={name: given[name] for name in ABOUT_THEM if name in given},
            post=given["post"],
            days=given["days"],
            language=self.language,
            spoken=given.get("spoken"),
            answers=self._answers(given),
            certificates=given["certificates"],
            ties=given["ties"],
        )

    def _answers(self, given: Mapping[str, Any]) -> dict[int, str | KeptFile]:
        plain = {
            question.pk: _plain(given.get(f"q{question.pk}"))
            for question in self.questions
            if not question.wants_file and question.kind != Question.Kind.LANGUAGES
        }
        return {**plain, **self.kept}

    def parts(self) -> list[dict[str, Any]]:
        """What the page shows, in order: a field, a file with what is kept of it, or rows."""
        shown: list[dict[str, Any]] = [
            {"field": self[name]} for name in self.base_fields if name in self.fields
        ]
        shown.append({"rows": self.days})
        for question in self.questions:
            if question.kind == Question.Kind.LANGUAGES:
                shown.append({"rows": self.spoken})
            elif file := self.kept.get(question.pk):
                token = uploads.token_of(file, question.kind)
                shown.append(
                    {"field": self[f"q{question.pk}"], "file": file, "pk": question.pk, "token": token}
                )
            else:
                shown.append({"field": self[f"q{question.pk}"]})
        return [*shown, {"rows": self.certificates}, {"rows": self.ties}]


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")
