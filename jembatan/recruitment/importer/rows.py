"""What a row says, made fit for an application; what cannot be understood is a reason to set it aside, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.contact_values import is_email, normalise
from jembatan.directory.formats.phone import mend_number, split_numbers
from jembatan.directory.formats.places import country_code, language_name
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.tongues import Tongue, read_tongues
from jembatan.programmes.formats.tongues import Unclear as Doubtful
from jembatan.recruitment.formats.columns import EDUCATION, EMPLOYMENT, word_of

REGION, USUAL_LEVEL = "ID", "B1"


class Unclear(ValueError):
    """The row is set aside; the message is a stored reason (`platform.imports.reasons`)."""


@dataclass(slots=True)
class Read:
    """Fields of the application, its languages with their levels, and what was guessed."""

    fields: dict[str, Any]
    languages: dict[str, str]
    post: str
    notes: list[str] = field(default_factory=list)


def read_row(values: Mapping[str, str]) -> Read:
    """Raises `Unclear`."""
    if not values.get("full_name"):
        raise Unclear(_("The row names nobody."))
    read = Read({"full_name": values["full_name"][:300]}, {}, values.get("post", ""))
    read.fields["call_name"] = values.get("call_name", "")[:100]
    read.fields["email"] = _email(values.get("email", ""))
    read.fields["phone"] = _phone(values.get("phone", ""))
    read.fields["born"] = _day(values.get("born", ""))
    read.fields["nationality"] = _country(values.get("nationality", ""))
    read.fields["employment"] = _word(values.get("employment", ""), EMPLOYMENT, "full")
    read.fields["education"] = _word(values.get("education", ""), EDUCATION, 0)
    read.fields["experience"] = _years(values.get("experience", ""))
    for spoken in read_tongues(values.get("languages", "")):
        _speak(read, spoken)
    return read


def _speak(read: Read, spoken: Tongue | Doubtful) -> None:
    if not isinstance(spoken, Tongue):
        near = ", ".join(language_name(code, "en") for code in spoken.like)
        if near:
            doubt = _("“%(text)s” is no language. Is it one of these: %(near)s?")
            raise Unclear(because(doubt, text=spoken.written, near=near))
        raise Unclear(because(_("“%(text)s” is no language that we know."), text=spoken.written))
    name = language_name(spoken.code, "en")
    if spoken.guessed_from:
        read.notes.append(
            because(_("“%(text)s” was read as %(language)s."), text=spoken.guessed_from, language=name)
        )
    if not spoken.level:
        read.notes.append(because(_("No level stands beside %(language)s; B1 is assumed."), language=name))
    read.languages[spoken.code] = spoken.level or USUAL_LEVEL


def _email(text: str) -> str:
    if text and not is_email(text):
        raise Unclear(because(_("“%(text)s” is no mail address."), text=text[:100]))
    if len(text) > 320:
        raise Unclear(because(_("“%(text)s” is no mail address."), text=text[:100]))
    return normalise("email", text, region=REGION)


def _phone(text: str) -> str:
    for number in split_numbers(text)[:1]:
        normal = normalise("phone", mend_number(number), region=REGION)
        if not (
            normal.startswith("+") and normal[1:].isdigit() and 8 <= len(normal) <= 16 and normal[1] != "0"
        ):
            raise Unclear(because(_("“%(text)s” is no telephone number."), text=text[:100]))
        return normal
    return ""


def _day(text: str) -> date | None:
    if not text:
        return None
    now = timezone.localtime()
    for language in ("id", "en"):
        when = parse_when(text, now=now, language=language)
        if when is not None and when.all_day and when.start.date() < now.date():
            return when.start.date()
    raise Unclear(because(_("“%(text)s” is no day of birth."), text=text[:100]))


def _country(text: str) -> str:
    code = country_code(text) if text else ""
    if text and not code:
        raise Unclear(because(_("“%(text)s” is no country that we know."), text=text[:100]))
    return code


def _word(text: str, known: Any, usual: Any) -> Any:
    if not text:
        return usual
    found = word_of(text, known)
    if found is None:
        raise Unclear(because(_("“%(text)s” is not understood."), text=text[:100]))
    return found


def _years(text: str) -> int:
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    return min(int(digits[:3]), 60) if digits else 0
