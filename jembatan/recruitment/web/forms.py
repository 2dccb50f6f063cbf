"""What the desk types about calls and interviews."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.moments import moment_text
from jembatan.programmes.models import Delegation, Post, Programme
from jembatan.recruitment.actions.calls import FIELDS
from jembatan.recruitment.models import Call, Question
from jembatan.recruitment.models.call import WEIGHTS
from jembatan.recruitment.models.interview import SKILLS
from jembatan.recruitment.queries.score import PARTS

CONSENT_EN = (
    "I agree that what I write here is kept to decide about my application and, if I am taken on, for my work in the"
    " programme. I can withdraw and have it deleted at any time by the link in the receipt."
)
CONSENT_ID = (
    "Saya setuju data yang saya tulis di sini disimpan untuk memutuskan lamaran saya dan, bila saya diterima, untuk tugas"
    " saya dalam program. Saya dapat menarik lamaran dan meminta penghapusan kapan saja melalui tautan dalam tanda terima."
)
LONG = forms.Textarea({"rows": 4})


class CallForm(forms.Form):
    """A call in both languages; the fields are named as the model's."""

    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200)
    title_id = forms.CharField(label=gettext_lazy("Title in Indonesian"), max_length=200)
    text_en = forms.CharField(label=gettext_lazy("Text in English"), widget=LONG, required=False)
    text_id = forms.CharField(label=gettext_lazy("Text in Indonesian"), widget=LONG, required=False)
    posts = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Posts"), queryset=Post.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    opens = DayInWords(label=gettext_lazy("Opens on"))
    closes = DayInWords(label=gettext_lazy("Closes after"))
    consent_en = forms.CharField(label=gettext_lazy("Consent in English"), widget=LONG, initial=CONSENT_EN)
    consent_id = forms.CharField(label=gettext_lazy("Consent in Indonesian"), widget=LONG, initial=CONSENT_ID)
    daily_most = forms.IntegerField(
        label=gettext_lazy("Applications a day at most"), min_value=1, max_value=100_000, initial=2000
    )
    keep_days = forms.IntegerField(
        label=gettext_lazy("Days for which data is kept"),
        min_value=0,
        max_value=3650,
        initial=90,
        help_text=gettext_lazy("After the programme. Then all is deleted of those who were not taken on."),
    )
    own_country_conflicts = forms.BooleanField(
        label=gettext_lazy("Nobody works for a delegation of the own country"), required=False, initial=True
    )
    welcome = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Except for these delegations, which people of their own country may look after"),
        queryset=Delegation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, programme: Programme, data: QueryDict | None = None, *, call: Call | None = None
    ) -> None:
        known = {name: getattr(call, name) for name in FIELDS} if call else {}
        if call:
            known["posts"] = list(call.posts.values_list("pk", flat=True))
            known["welcome"] = list(call.own_country_welcome.values_list("pk", flat=True))
        super().__init__(data, initial=known)
        abroad = programme.delegations.exclude(country="")
        for name, offered in (("posts", programme.posts), ("welcome", abroad)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelMultipleChoiceField)
            field.queryset = offered.order_by("name")
        if not abroad.exists():
            del self.fields["welcome"]


class QuestionForm(forms.Form):
    """One more question."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Question.Kind.choices)
    label_en = forms.CharField(label=gettext_lazy("Question in English"), max_length=300)
    label_id = forms.CharField(label=gettext_lazy("Question in Indonesian"), max_length=300)
    options = forms.CharField(
        label=gettext_lazy("Options"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Of a choice: one on each line, as in “Morning | Pagi”."),
    )
    required = forms.BooleanField(label=gettext_lazy("Has to be answered"), required=False)


class WeightsForm(forms.Form):
    """What each part of the score counts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in WEIGHTS:
            self.fields[name] = forms.IntegerField(label=str(PARTS[name]), min_value=0, max_value=1000)


class TimesForm(forms.Form):
    """Times for interviews, one after the other."""

    first = forms.CharField(
        label=gettext_lazy("First interview"),
        help_text=gettext_lazy("A day and a time, such as “friday 14.00”."),
    )
    minutes = forms.IntegerField(label=gettext_lazy("Minutes each"), min_value=5, max_value=240, initial=30)
    count = forms.IntegerField(label=gettext_lazy("How many"), min_value=1, max_value=48, initial=6)
    interviewer = forms.ChoiceField(label=gettext_lazy("Interviewer"))
    place = forms.CharField(label=gettext_lazy("Place or link"), max_length=500, required=False)

    def clean_first(self) -> Any:
        """On the clock in force."""
        now = timezone.localtime()
        when = parse_when(self.cleaned_data["first"], now=now, language=translation.get_language() or "id")
        if when is None or when.all_day:
            told = _("Write a day and a time, such as “%(moment)s”.") % {"moment": moment_text(now)}
            raise forms.ValidationError(told)
        return when.start


class RatingForm(forms.Form):
    """The shared rubric."""

    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = [("", "—"), *((str(mark), f"{mark} · {word}") for mark, word in RUBRIC.items())]
        note = self.fields.pop("note")
        for skill in SKILLS:
            label = str(SKILLS[skill])
            self.fields[skill] = forms.TypedChoiceField(label=label, choices=marks, coerce=int)
        self.fields["note"] = note


RUBRIC = {
    1: gettext_lazy("not yet"),
    2: gettext_lazy("with much help"),
    3: gettext_lazy("sound"),
    4: gettext_lazy("strong, also under pressure"),
    5: gettext_lazy("others learn from it"),
}
"""What the marks mean, for every skill and every interviewer."""
