"""vCard 4.0 (RFC 6350): contacts as any address book reads them."""

import base64
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from jembatan.directory.formats.contact import Contact, Point, Relation
from jembatan.directory.formats.contact_values import web_address
from jembatan.directory.formats.vcard.relating import TYPE_OF

LINE = 75
PRODUCT = "-//Jembatan//Directory//EN"
TELEPHONE_TYPES = {"phone": "voice", "mobile": "cell", "fax": "fax"}
STANDARD_LABELS = frozenset({"work", "home"})
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif"}
TO_ESCAPE = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\\\\,;]")
EXTENSION = re.compile(r"X-[A-Z0-9-]+")


def write_cards(contacts: Iterable[tuple[Contact, str]]) -> Iterator[bytes]:
    """One card after the other, each with its marking: in `X-TLP`, and in words at the head of its note."""
    for contact, marking in contacts:
        yield write_card(contact, marking=marking)


def write_card(contact: Contact, *, marking: str = "") -> bytes:
    """Lines end in CRLF and are folded at 75 octets, never inside a letter (RFC 6350 3.2)."""
    return b"".join(fold_line(line) for line in _lines(contact, marking))


def fold_line(line: str) -> bytes:
    """The content line in octets, continued on lines that begin with a space."""
    if line.isascii():
        pieces_of_letters = (line[start : start + LINE - 1] for start in range(LINE, len(line), LINE - 1))
        return "\r\n ".join((line[:LINE], *pieces_of_letters)).encode() + b"\r\n"
    pieces: list[bytearray] = [bytearray()]
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(pieces[-1]) + len(octets) > LINE:
            pieces.append(bytearray(b" "))
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"


def escape(text: str) -> str:
    """A text value (RFC 6350 3.4): backslash, comma, semicolon and line ends escaped, control characters out."""
    if not TO_ESCAPE.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    return "".join(c for c in text if c == "\t" or (c >= " " and c not in "\x7f\x85\u2028\u2029"))


def parameter(text: str) -> str:
    """A quoted parameter value (RFC 6868): carets, quotes and line ends have forms of their own."""
    text = text.replace("^", "^^").replace('"', "^'").replace("\r\n", "\n").replace("\n", "^n")
    return '"' + "".join(c for c in text if c >= " " and c != "\x7f") + '"'


def _lines(contact: Contact, marking: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    if contact.uid:
        yield f"UID;VALUE=text:{escape(contact.uid)}"
    yield f"KIND:{'org' if contact.is_organisation else 'individual'}"
    yield from _names(contact)
    yield from work_lines(contact)
    for number, point in enumerate(contact.points, start=1):
        yield from _reach(point, f"item{number}.")
    yield from (_related(relation) for relation in contact.relations)
    yield from _about(contact)
    yield from kept_lines(contact)
    if marking:
        yield f"X-TLP:{marking}"
    if note := "\n\n".join(text for text in (marking, contact.note) if text):
        yield f"NOTE:{escape(note)}"
    yield "END:VCARD"


def _names(contact: Contact) -> Iterator[str]:
    others = [
        name for name in (contact.native_name, contact.romanised_name) if name and name != contact.full_name
    ]
    one_of = ";ALTID=1" if others else ""
    for name in (contact.full_name, *others):
        yield f"FN{one_of}:{escape(name)}"
    if contact.is_organisation:
        if contact.call_name:
            yield f"NICKNAME:{escape(contact.call_name)}"
        return
    # The name is never split: it stands whole as the given name, between its titles and degrees.
    sort_as = f";SORT-AS={parameter(contact.sort_as)}" if contact.sort_as else ""
    parts = ("", contact.full_name, "", contact.titles_before, contact.degrees_after)
    yield f"N{sort_as}:{';'.join(escape(part) for part in parts)}"
    if contact.call_name:
        yield f"NICKNAME:{escape(contact.call_name)}"
    if contact.form_of_address:
        yield f"X-FORM-OF-ADDRESS:{escape(contact.form_of_address)}"


def work_lines(contact: Contact) -> Iterator[str]:
    """The post of today, and further ones, which no standard has a property for."""
    if contact.organisation:
        units = [unit for unit in contact.unit.split(" / ") if unit]
        organisation = ";".join(escape(part) for part in (contact.organisation, *units))
        yield f"ORG{term_parameters(contact.since, contact.until)}:{organisation}"
    if contact.title:
        yield f"TITLE:{escape(contact.title)}"
    for post in contact.further:
        parts = ";".join(escape(part) for part in (post.organisation, post.unit, post.title))
        yield f"X-FURTHER-POSITION{term_parameters(post.since, post.until)}:{parts}"


def term_parameters(since: str, until: str) -> str:
    """No standard says how long a position is held: parameters of our own, which other readers pass over."""
    return "".join(f";{name}={day}" for name, day in (("X-SINCE", since), ("X-UNTIL", until)) if day)


def _related(relation: Relation) -> str:
    """By name, as people read it, and by uid for our own reader (RFC 6350 6.6.6)."""
    uid = f";X-UID={parameter(relation.uid)}" if relation.uid else ""
    return f"RELATED;TYPE={TYPE_OF[relation.kind]};VALUE=text{uid}:{escape(relation.other)}"


def _reach(point: Point, group: str) -> Iterator[str]:
    is_standard = point.label in STANDARD_LABELS
    own_label = bool(point.label) and not is_standard
    types = [TELEPHONE_TYPES[point.kind]] if point.kind in TELEPHONE_TYPES else []
    types += [point.label] if is_standard else []
    parameters = "".join(f";TYPE={each}" for each in types) + (";PREF=1" if point.preferred else "")
    yield (group if own_label else "") + _reach_value(point, parameters)
    if own_label:
        yield f"{group}X-ABLABEL:{escape(point.label)}"


def _reach_value(point: Point, parameters: str) -> str:
    if point.kind == "email":
        return f"EMAIL{parameters}:{escape(point.value)}"
    if point.kind in TELEPHONE_TYPES:
        return f"TEL{parameters}:{escape(point.value)}"
    if point.kind == "address":
        parts = point.parts if len(point.parts) == 7 else ("", "", point.value, "", "", "", "")
        return f"ADR{parameters};LABEL={parameter(point.value)}:{';'.join(escape(part) for part in parts)}"
    if point.kind == "web":
        address = web_address(point.value) or quote(point.value)
        return f"URL{parameters}:{without_spaces(address)}"
    address = point.value if SCHEME.match(point.value) else f"im:{quote(point.value)}"
    return f"IMPP{parameters}:{without_spaces(address)}"


def _about(contact: Contact) -> Iterator[str]:
    if contact.birthday:
        is_date = DATE.fullmatch(contact.birthday)
        yield f"BDAY{'' if is_date else ';VALUE=text'}:" + (
            contact.birthday.replace("-", "") if is_date else escape(contact.birthday)
        )
    for language in contact.languages:
        yield f"LANG:{escape(language)}"
    if contact.country:
        yield f"X-COUNTRY:{escape(contact.country)}"
    if contact.time_zone:
        yield f"TZ:{escape(contact.time_zone)}"
    if contact.photo:
        yield f"PHOTO:data:{media_type(contact.photo)};base64,{base64.b64encode(contact.photo).decode()}"
    if contact.tags:
        yield f"CATEGORIES:{','.join(escape(tag) for tag in contact.tags)}"


def kept_lines(contact: Contact) -> Iterator[str]:
    """What an import brought along; extensions under their own name, everything else with its field's name before it."""
    for field, value in contact.extra:
        if EXTENSION.fullmatch(field):
            yield f"{field}:{escape(value)}"
        else:
            yield f"X-KEPT:{escape(f'{field}: {value}')}"


def is_picture(content: bytes) -> bool:
    """Of a kind that browsers and telephones show; looked at by its first bytes, never decoded."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return is_webp or content.startswith(tuple(PICTURES))


def media_type(picture: bytes) -> str:
    """Of a picture, by its first bytes."""
    return next((media for mark, media in PICTURES.items() if picture.startswith(mark)), "image/webp")


def without_spaces(text: str) -> str:
    """An address as one word: white space and control characters out."""
    return re.sub(r"[\s\x00-\x1f\x7f]", "", text)
