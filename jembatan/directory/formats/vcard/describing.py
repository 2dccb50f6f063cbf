"""What else a card says of its bearer: notes, dates, tags, languages, the picture, and what our own writer put in."""

from jembatan.directory.formats.vcard import reaching
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling, Placer
from jembatan.directory.formats.vcard.values import date_text
from jembatan.platform.markings import Marking


def settle_note(filling: Filling) -> None:
    """Our own cards say their marking a second time, in words at the head of the note."""
    contact = filling.contact
    if contact.marking:
        contact.note = contact.note.removeprefix(contact.marking).lstrip("\n")


def _note(filling: Filling, found: Property) -> bool:
    contact = filling.contact
    contact.note = "\n\n".join(text for text in (contact.note, filling.text(found)) if text)
    return True


def _birthday(filling: Filling, found: Property) -> bool:
    if filling.contact.birthday:
        return False
    text = date_text(filling.text(found))
    year = found.parameter("X-APPLE-OMIT-YEAR")
    filling.contact.birthday = ("-" + text[4:] if year and text.startswith(year) else text)[:40]
    return True


def _categories(filling: Filling, found: Property) -> bool:
    tags = filling.contact.tags
    tags += [tag for tag in filling.parts(found, ",") if tag and tag not in tags]
    return True


def _language(filling: Filling, found: Property) -> bool:
    language = filling.text(found).lower()
    if len(language) > 12:
        return False
    if language not in filling.contact.languages:
        filling.contact.languages.append(language)
    return True


def _time_zone(filling: Filling, found: Property) -> bool:
    zone = filling.text(found)
    if "/" not in zone or len(zone) > 64 or filling.contact.time_zone:
        return False
    filling.contact.time_zone = zone
    return True


def _uid(filling: Filling, found: Property) -> bool:
    if filling.contact.uid:
        return False
    filling.contact.uid = filling.text(found)[:255]
    return True


def _photo(filling: Filling, found: Property) -> bool:
    content = found.binary or reaching.content_of_data_address(found.value)
    if not content or filling.contact.photo:
        return False
    filling.contact.photo = content
    return True


def _address_label(filling: Filling, found: Property) -> bool:
    """vCard 2.1 and 3.0 write an address a second time, as a label: it words the address of the same type."""
    return reaching.word_address(filling.contact.points, found, filling.text(found))


def _marking(filling: Filling, found: Property) -> bool:
    marking = filling.text(found).upper()
    if marking not in list(Marking):
        return False
    filling.contact.marking = marking
    return True


def _country(filling: Filling, found: Property) -> bool:
    country = filling.text(found).upper()
    if filling.contact.country or not (len(country) == 2 and country.isascii() and country.isalpha()):
        return False
    filling.contact.country = country
    return True


def _kept(filling: Filling, found: Property) -> bool:
    """A further field as our own writer puts it: its name, a colon, its value."""
    name, colon, value = filling.text(found).partition(":")
    filling.contact.extra.append([name.strip(), value.strip()] if colon else ["", name])
    return True


PLACERS: dict[str, Placer] = {
    "NOTE": _note,
    "BDAY": _birthday,
    "CATEGORIES": _categories,
    "LANG": _language,
    "TZ": _time_zone,
    "UID": _uid,
    "PHOTO": _photo,
    "LABEL": _address_label,
    "X-TLP": _marking,
    "X-COUNTRY": _country,
    "X-KEPT": _kept,
}
