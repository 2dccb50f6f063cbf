"""What somebody asks of a report: its days, its subject, the language of the document."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.queries.captured import party_named
from jembatan.programmes.queries.visible import listed
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.period import Period, this_week
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.subject import NoSuchSubject, Subject, name_of, officers_of, subject_named

LONGEST = timedelta(days=3 * 366)
"""All that is in between is read at once."""


class ReportForm(forms.Form):
    """Both days belong to the period. The document's language is chosen apart from the interface's; a partner is typed as a name."""

    start = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}))
    about = forms.CharField(label=gettext_lazy("About"), required=False, widget=forms.Select)
    partner = forms.CharField(label=gettext_lazy("Partner"), required=False, max_length=320)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"), choices=User.Language.choices
    )

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor
        self.subject: Subject = None
        widget = self.fields["about"].widget
        assert isinstance(widget, forms.Select)
        widget.choices = list(subject_choices(actor))

    def clean(self) -> dict[str, Any]:
        """The period must run forward and not too far, and the subject be one that the actor sees."""
        data = super().clean() or {}
        start, end = data.get("start"), data.get("end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            raise forms.ValidationError(_("The last day comes before the first."))
        if isinstance(start, date) and isinstance(end, date) and end - start > LONGEST:
            raise forms.ValidationError(_("A report covers three years at most. Choose fewer days."))
        self.subject = subject_asked(self.actor, partner=data.get("partner", ""), about=data.get("about", ""))
        return data

    @property
    def scope(self) -> Scope:
        """Of a valid form."""
        return Scope(Period(self.cleaned_data["start"], self.cleaned_data["end"]), self.subject)


def subject_asked(actor: Actor, *, partner: str, about: str) -> Subject:
    """The partner that is named, else what was chosen. Raises `ValidationError` for what the actor does not see."""
    words = partner.strip().removeprefix("@").split()
    if words:
        found, count = party_named(actor, words)
        if isinstance(found, Organisation) and count == len(words):
            return found
        raise forms.ValidationError(
            {"partner": _("This names no organisation here, or more than one. Write more of the name.")}
        )
    try:
        return subject_named(actor, about)
    except NoSuchSubject:
        raise forms.ValidationError({"about": _("Choose one that is offered.")}) from None


def asked_of(actor: Actor, given: dict[str, str]) -> ReportForm:
    """The form as it was asked, this week where nothing was."""
    week = this_week(actor.desk)
    about = given.get("about", "")
    defaults = {
        "start": str(week.first),
        "end": str(week.last),
        "language": translation.get_language() or "id",
    }
    more = {}
    if about.startswith("organisation-") and not given.get("partner"):
        try:
            more["partner"] = str(subject_named(actor, about))
        except NoSuchSubject:
            more = {}
    return ReportForm(actor, {**defaults, **given, **more})


def query_of(scope: Scope, language: str) -> dict[str, str]:
    """As the address of the page carries it."""
    query = {"start": str(scope.period.first), "end": str(scope.period.last), "language": language}
    return query | ({"about": name_of(scope.subject)} if scope.subject is not None else {})


def subject_choices(actor: Actor) -> Iterator[tuple[Any, Any]]:
    """The desk, its officers, the programmes, dossiers and portfolios that the actor sees."""
    yield "", _("The whole desk")
    groups = (
        (_("Officers"), [(name_of(each), each.full_name) for each in officers_of(actor)]),
        (_("Programmes"), [(name_of(each), each.name) for each in listed(actor)]),
        (_("Dossiers"), [(name_of(each), each.title) for each in visible_dossiers(actor).order_by("title")]),
        (
            _("Portfolios"),
            [
                (name_of(each), each.name)
                for each in Portfolio.objects.filter(desk=actor.desk).order_by("name")
            ],
        ),
    )
    for label, choices in groups:
        if choices:
            yield label, choices
