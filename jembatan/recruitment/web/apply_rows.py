"""The rows of an application's form: days, languages, certificates, ties. They are read here, and what is wrong is told on its row."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _

from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.formats.spans import Span, days_in
from jembatan.programmes.formats.tongues import named_language
from jembatan.programmes.models import Programme
from jembatan.programmes.models.levels import Cefr
from jembatan.programmes.web.fields import unknown_language
from jembatan.recruitment.web.repeated import Repeated

LONGEST_TIE = 300


def _named(label: str, listed: str) -> forms.Field:
    widget = forms.TextInput({"list": listed, "autocomplete": "off"} if listed else {})
    return forms.CharField(label=label, required=False, max_length=200, widget=widget)


def rows_of_days(form: forms.Form, programme: Programme) -> Repeated:
    """Spans of days."""
    words = {"first": day_text(programme.first_day), "last": day_text(programme.last_day)}
    return Repeated(
        form,
        _("Days on which you can work"),
        _("Several spans, where you cannot come in between. The programme goes from %(first)s to %(last)s.")
        % words,
        {
            "first": lambda: DayInWords(label=_("Available from"), required=False),
            "last": lambda: DayInWords(label=_("Available until"), required=False),
        },
    )


def rows_of_languages(form: forms.Form, legend: str) -> Repeated:
    """A language and its level."""
    return Repeated(
        form,
        legend,
        _(
            "Levels of the European framework: A1 beginner, B1 gets along, C1 fluent, C2 like a mother tongue."
        ),
        {
            "language": lambda: _named(_("Language"), "languages"),
            "level": lambda: forms.ChoiceField(
                label=_("Level"), required=False, choices=[("", "—"), *Cefr.choices]
            ),
        },
        fewest=4,
    )


def rows_of_certificates(form: forms.Form) -> Repeated:
    """What they can show."""
    return Repeated(
        form,
        _("Certificates"),
        _(
            "First aid, driving licence, language test: what you can show. Leave the day empty where it does not end."
        ),
        {
            "certificate": lambda: _named(_("Certificate"), ""),
            "expires": lambda: DayInWords(label=_("Valid until"), required=False),
        },
        fewest=2,
    )


def rows_of_ties(form: forms.Form) -> Repeated:
    """What binds them to delegations."""
    return Repeated(
        form,
        _("Ties to a delegation"),
        _(
            "A second nationality, family, an employer, a delegation to which you belong: you are not sent to work for it."
            " It is nothing against you."
        ),
        {
            "party": lambda: _named(_("Country or delegation"), "countries"),
            "tie": lambda: forms.CharField(
                label=_("What ties you to it"), required=False, max_length=LONGEST_TIE
            ),
        },
        fewest=2,
    )


def read_days(rows: Repeated, programme: Programme, *, required: bool) -> list[date]:
    """Days of the programme, at least one where they are `required`."""
    spans: list[Span] = []
    for row, (first, last) in rows.filled():
        if first is None:
            rows.form.add_error(f"first-{row}", _("Write the first day, too."))
        elif last is not None and last < first:
            rows.form.add_error(f"last-{row}", _("This day comes before the first one."))
        else:
            spans.append((first, last or first))
    days = days_in(spans, programme.first_day, programme.last_day)
    wrong = any(name.partition("-")[0] in rows.fields for name in rows.form.errors)
    if required and not days and not wrong:
        words = {"first": day_text(programme.first_day), "last": day_text(programme.last_day)}
        told = _("Write at least one day of the programme, from %(first)s to %(last)s.") % words
        rows.form.add_error("first-0", told)
    return days


def read_languages(rows: Repeated, *, required: bool) -> dict[str, str]:
    """Levels by language."""
    spoken: dict[str, str] = {}
    for row, (name, level) in rows.filled():
        code, near = named_language(name)
        if not name:
            rows.form.add_error(f"language-{row}", _("Write which language this is."))
        elif code is None:
            rows.form.add_error(f"language-{row}", unknown_language(name, near))
        elif not level:
            rows.form.add_error(f"level-{row}", _("Choose how well you speak it."))
        else:
            spoken[code] = level
    if required and not spoken and not rows.form.errors:
        rows.form.add_error("language-0", _("Name at least one language."))
    return spoken


def read_certificates(rows: Repeated) -> dict[str, date | None]:
    """Until when each holds, by name."""
    found: dict[str, date | None] = {}
    for row, (name, expires) in rows.filled():
        if name:
            found[name] = expires
        else:
            rows.form.add_error(f"certificate-{row}", _("Write what this certificate is."))
    return found


def read_ties(rows: Repeated) -> dict[str, str]:
    """Of what kind each is, by country or delegation; two to the same are one."""
    found: dict[str, str] = {}
    for row, (party, tie) in rows.filled():
        if party:
            found[party] = "; ".join(filter(None, (found.get(party), tie)))[:LONGEST_TIE]
        else:
            rows.form.add_error(f"party-{row}", _("Write the country or the delegation."))
    return found
