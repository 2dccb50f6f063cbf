"""Fields that several forms of programmes share."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.models import Desk
from jembatan.directory.formats.contact_values import international_number
from jembatan.directory.formats.phone import mend_number
from jembatan.directory.formats.places import language_code, languages
from jembatan.directory.queries.spoken import spoken_name
from jembatan.programmes.formats.moments import Local, read_moment
from jembatan.programmes.formats.telephones import is_one_number, read_number
from jembatan.programmes.formats.tongues import Tongue, named_language, read_tongues

WRITTEN = "%Y-%m-%d %H:%M"


class LocalMoment(forms.CharField):
    """A day and a time on the clocks of a place, typed as one says them; the form knows the place."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text", gettext_lazy("For instance 2027-08-18 14:30, or 18 August 2027 14.30.")
        )
        options.setdefault("widget", forms.TextInput({"autocomplete": "off"}))
        super().__init__(max_length=60, **options)

    def clean(self, value: Any) -> Any:
        """The moment without its zone, None where nothing is typed."""
        text = super().clean(value)
        if not text:
            return None
        read = read_moment(text, today=timezone.localdate(), language=get_language() or "id")
        if read is None or read.clock is None:
            raise forms.ValidationError(
                _("“%(text)s” is no day and time. Write both, such as 2027-08-18 14:30.") % {"text": text}
            )
        return read


def instant(local: Local, zone: str) -> datetime:
    """The moment that was typed, in that zone unless the text names one."""
    return local.at(zone)


def as_typed(moment: datetime | None, zone: str) -> str:
    """A moment as the field takes it."""
    return moment.astimezone(ZoneInfo(zone)).strftime(WRITTEN) if moment else ""


class LanguagesField(forms.CharField):
    """Languages by name or code, after commas; misspelt ones are understood, unclear ones refused."""

    def clean(self, value: Any) -> Any:
        """Pairs of code and level ("" where none is said), in order."""
        found = []
        for read in read_tongues(super().clean(value)):
            if not isinstance(read, Tongue):
                raise forms.ValidationError(unknown_language(read.written, read.like))
            found.append((read.code, read.level))
        return found


class LanguageField(forms.CharField):
    """One language by name or code; "" for none."""

    def clean(self, value: Any) -> Any:
        """Its code."""
        text = super().clean(value)
        code, like = named_language(text) if text else ("", ())
        if code is None:
            raise forms.ValidationError(unknown_language(text, like))
        return code


def unknown_language(written: str, like: tuple[str, ...]) -> str:
    """What is told of a name that is none, and which may be meant."""
    if like:
        near = ", ".join(map(spoken_name, like))
        words = {"name": written, "near": near}
        return _("“%(name)s” is no language that we know. Do you mean: %(near)s?") % words
    words = {"name": written}
    return _("“%(name)s” is no language that we know. Write its name in English or Indonesian.") % words


def phone_typed(text: str, desk: Desk) -> str:
    """E.164; "" where nothing is typed."""
    number = international_number(mend_number(text), region=desk.country)
    if text and not number:
        raise forms.ValidationError(_("Write the number with its country, such as +62 812 3456 7890."))
    return number


def guest_phone_typed(text: str, desk: Desk) -> str:
    """As it is called from abroad, where it can be read."""
    if not is_one_number(text):
        raise forms.ValidationError(_("There is room for one number here, the one that a tap calls."))
    return read_number(text, desk.country)


def language_names(codes: list[str]) -> str:
    """As the fields take them back, in the reader's language."""
    names = languages(get_language() or "id")
    return ", ".join(names.get(code, code) for code in codes if language_code(code) or code)
