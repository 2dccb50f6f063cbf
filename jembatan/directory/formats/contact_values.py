"""One way to compare what reaches a party: addresses in lower case, numbers in E.164, everything else folded."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jembatan.directory.formats.names import fold

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

NORMAL_LENGTH = 320
NUMBERS = frozenset({"phone", "mobile", "fax"})
EMAIL = re.compile(r"[^\s@<>\"(),;:]+@[^\s@<>\"(),;:]+")
DIGITS = re.compile(r"\D+")
INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")


def normalise(kind: str, value: str, *, region: str) -> str:
    """What two spellings of one address or number have in common; `region` (ISO 3166) reads numbers without "+".

    A number that no numbering plan knows is its digits; a messenger's number is E.164 too, a web address loses scheme,
    "www." and the last slash. "" means that nothing in the value can be compared.
    """
    text = value.strip()
    if kind == "email":
        return text.removeprefix("mailto:").strip().lower()[:NORMAL_LENGTH]
    if kind in NUMBERS:
        return (_e164(text, region) or DIGITS.sub("", text))[:NORMAL_LENGTH]
    if kind == "messaging":
        return (_e164(text, region) or fold(text))[:NORMAL_LENGTH]
    if kind == "web":
        return _address(text)[:NORMAL_LENGTH]
    return fold(text)[:NORMAL_LENGTH]


def is_email(value: str) -> bool:
    """Whether it is one plain address, internationalised ones included."""
    return EMAIL.fullmatch(value.strip()) is not None


def web_address(value: str) -> str:
    """The address with a scheme ("https" unless it says http); "" for any other scheme, which no page may link to."""
    text = value.strip()
    if not re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", text, re.IGNORECASE):
        text = f"https://{text.removeprefix('//')}"
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname and " " not in text else ""


def readable_number(value: str, *, region: str) -> str:
    """A number as it is printed abroad ("+62 812-3456-7890"); as it was written where no numbering plan knows it."""
    number = _parsed(value, region)
    if number is None:
        return value.strip()
    return _written(number, "INTERNATIONAL")


def international_number(value: str, *, region: str) -> str:
    """E.164, without an extension; "" for what no numbering plan knows."""
    number = _parsed(value, region)
    written = _written(number, "E164") if number else ""
    return written if INTERNATIONAL.fullmatch(written) else ""


def _e164(text: str, region: str) -> str:
    number = _parsed(text, region)
    if number is None:
        return ""
    plain = _written(number, "E164")
    return f"{plain};ext={number.extension}" if number.extension else plain


def _written(number: "PhoneNumber", form: str) -> str:
    import phonenumbers

    return phonenumbers.format_number(number, getattr(phonenumbers.PhoneNumberFormat, form))


def _parsed(text: str, region: str) -> "PhoneNumber | None":
    import phonenumbers  # the world's numbering plans, which few processes need

    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _address(text: str) -> str:
    try:
        parts = urlsplit(web_address(text))
    except ValueError:
        return fold(text)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if host else fold(text)
