"""Countries, languages and zones: their codes, their names in a reader's language, and codes read from what people type.

Codes are ISO 3166-1 alpha-2, ISO 639 (with a script or region where it matters: `zh-Hant`) and IANA zone names.
"""

from functools import cache
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from jembatan.directory.formats.names import fold

SPOKEN = ("id", "en")
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "QO", "ZZ"})
NOT_LANGUAGES = frozenset({"mul", "root", "und", "zxx", "mis"})


@cache
def countries(language: str) -> dict[str, str]:
    """Codes and names, in the order of the names."""
    territories = Locale.parse(language).territories
    names = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
    return dict(sorted(names.items(), key=lambda item: fold(item[1])))


@cache
def languages(language: str) -> dict[str, str]:
    """Codes and names, in the order of the names; regional variants are left to those who type them."""
    names = {
        code.replace("_", "-"): name
        for code, name in Locale.parse(language).languages.items()
        if code not in NOT_LANGUAGES and (len(code) <= 3 or code in {"zh_Hans", "zh_Hant"})
    }
    return dict(sorted(names.items(), key=lambda item: fold(item[1])))


@cache
def zones() -> list[str]:
    """Zones that are named by a place ("Asia/Makassar")."""
    return sorted(zone for zone in available_timezones() if _names_a_place(zone))


def zones_of(country: str) -> list[str]:
    """The zones of a country, the most populous first; Indonesia has three that matter."""
    of_country: list[str] = get_global("territory_zones").get(country, [])
    return [zone for zone in of_country if zone in set(zones())]


def country_name(code: str, language: str) -> str:
    """In the reader's language; an unknown code is its own name."""
    return countries(language).get(code, code)


def language_name(code: str, language: str) -> str:
    """In the reader's language; an unknown code is its own name."""
    names = languages(language)
    return names.get(code) or names.get(code.partition("-")[0]) or code


def country_code(text: str) -> str:
    """The code of a country written as code or as name in Indonesian or English; "" for any other text."""
    return _code(text.strip(), upper=True)


def language_code(text: str) -> str:
    """The code of a language written as code or as name in Indonesian or English; "" for any other text."""
    named = _code(text.strip(), upper=False)
    if named:
        return named
    try:
        locale = Locale.parse(text.strip(), sep="-")
    except (ValueError, UnknownLocaleError):
        return ""
    return str(locale).replace("_", "-")


def _code(text: str, *, upper: bool) -> str:
    code = text.upper() if upper else text
    if code in (countries if upper else languages)(SPOKEN[0]):
        return code
    return _codes(upper=upper).get(fold(text), "")


@cache
def _codes(*, upper: bool) -> dict[str, str]:
    """By every folded name; of two with one name the first counts."""
    codes: dict[str, str] = {}
    for spoken in SPOKEN:
        for code, name in (countries if upper else languages)(spoken).items():
            codes.setdefault(fold(name), code)
    codes.pop("", None)
    return codes


def _names_a_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "US/", "SystemV/"))
