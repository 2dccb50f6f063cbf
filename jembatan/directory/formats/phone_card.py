"""vCard 3.0 (RFC 2426) as telephones read it: what an address book on a telephone knows, and what must come back from it."""

import base64
import re
from collections.abc import Iterator

from jembatan.directory.formats.contact import Contact, Point
from jembatan.directory.formats.contact_values import web_address
from jembatan.directory.formats.vcard_writer import (
    PRODUCT,
    SCHEME,
    escape,
    fold_line,
    kept_lines,
    media_type,
    without_spaces,
    work_lines,
)

TELEPHONE_TYPES = {"phone": "VOICE", "mobile": "CELL", "fax": "FAX"}
STANDARD_LABELS = frozenset({"work", "home"})
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
YEARLESS = re.compile(r"--\d{2}-\d{2}")
NO_YEAR = "1604"


def phone_card(contact: Contact, *, marking: str = "") -> str:
    """Lines end in CRLF; the marking stands in `X-TLP`, and in words at the head of the note.

    Left out: relations to others, and a birthday that is no date. They are kept where they are.
    """
    return b"".join(fold_line(line) for line in _lines(contact, marking)).decode()


def _lines(contact: Contact, marking: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"PRODID:{PRODUCT}"
    yield f"UID:{escape(contact.uid)}"
    yield from _names(contact)
    yield from work_lines(contact)
    for number, point in enumerate(contact.points, start=1):
        yield from _reach(point, f"item{number}.")
    yield from _about(contact)
    yield from kept_lines(contact)
    if marking:
        yield f"X-TLP:{marking}"
    if note := "\n\n".join(text for text in (marking, contact.note) if text):
        yield f"NOTE:{escape(note)}"
    yield "END:VCARD"


def _names(contact: Contact) -> Iterator[str]:
    """The name is never split: it stands whole as the given name, between its titles and degrees."""
    yield f"FN:{escape(contact.full_name)}"
    if contact.is_organisation:
        # RFC 6350's word (6.1.4), and the one that Apple's programs read; RFC 2426 wants an N, though nobody is named
        yield from ("N:;;;;", "KIND:org", "X-ABSHOWAS:COMPANY")
        if contact.call_name:
            yield f"NICKNAME:{escape(contact.call_name)}"
        if contact.native_name:
            yield f"X-NATIVE-NAME:{escape(contact.native_name)}"
        return
    parts = ("", contact.full_name, "", contact.titles_before, contact.degrees_after)
    yield f"N:{';'.join(escape(part) for part in parts)}"
    further = {
        "NICKNAME": contact.call_name,
        "SORT-STRING": contact.sort_as,
        "X-FORM-OF-ADDRESS": contact.form_of_address,
        "X-NATIVE-NAME": contact.native_name,
        "X-ROMANISED-NAME": contact.romanised_name,
    }
    yield from (f"{name}:{escape(value)}" for name, value in further.items() if value)


def _reach(point: Point, group: str) -> Iterator[str]:
    is_standard = point.label in STANDARD_LABELS
    own_label = bool(point.label) and not is_standard
    types = [TELEPHONE_TYPES[point.kind]] if point.kind in TELEPHONE_TYPES else []
    types += ["INTERNET"] if point.kind == "email" else []
    types += [point.label.upper()] if is_standard else []
    types += ["PREF"] if point.preferred else []
    yield (group if own_label else "") + _reach_value(point, "".join(f";TYPE={each}" for each in types))
    if own_label:
        yield f"{group}X-ABLABEL:{escape(point.label)}"


def _reach_value(point: Point, parameters: str) -> str:
    if point.kind == "email":
        return f"EMAIL{parameters}:{escape(point.value)}"
    if point.kind in TELEPHONE_TYPES:
        return f"TEL{parameters}:{escape(point.value)}"
    if point.kind == "address":
        parts = point.parts if len(point.parts) == 7 else ("", "", point.value, "", "", "", "")
        return f"ADR{parameters}:{';'.join(escape(part) for part in parts)}"
    if point.kind == "web":
        return f"URL{parameters}:{without_spaces(web_address(point.value) or point.value)}"
    address = point.value if SCHEME.match(point.value) else f"im:{point.value}"
    return f"IMPP{parameters}:{without_spaces(address)}"


def _about(contact: Contact) -> Iterator[str]:
    if DATE.fullmatch(contact.birthday):
        yield f"BDAY:{contact.birthday}"
    elif YEARLESS.fullmatch(contact.birthday):
        # as Apple's programs write a birthday without its year
        yield f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}{contact.birthday[1:]}"
    for language in contact.languages:
        yield f"LANG:{escape(language)}"
    if contact.country:
        yield f"X-COUNTRY:{escape(contact.country)}"
    if contact.time_zone:
        yield f"TZ:{escape(contact.time_zone)}"
    if contact.photo:
        kind = media_type(contact.photo).removeprefix("image/").upper()
        yield f"PHOTO;ENCODING=b;TYPE={kind}:{base64.b64encode(contact.photo).decode()}"
    if contact.tags:
        yield f"CATEGORIES:{','.join(escape(tag) for tag in contact.tags)}"
