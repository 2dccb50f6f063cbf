"""What the properties of a card say about a contact."""

from collections.abc import Callable, Iterable

from jembatan.directory.formats.contact import Contact, Relation
from jembatan.directory.formats.scripts import is_latin, without_spaces
from jembatan.directory.formats.vcard import reaching
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.values import components, date_text, one_line, unescape

STAMPS = {"REV", "PRODID", "CLASS", "PROFILE", "NAME", "SOURCE", "MAILER"}
RELATED = {"spouse": "spouse", "agent": "assistant", "assistant": "assistant", "manager": "reports_to"}
NAMED_RELATIONS = {
    "X-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MANAGER": "reports_to",
    "X-MS-MANAGER": "reports_to",
    "X-EVOLUTION-MANAGER": "reports_to",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "reports_to",
    "X-SPOUSE": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
}
# Of whom "kind" is said: Sari is Retno's assistant (inverse), Retno reports to Budi, spouses are each other's.
INVERSE = {"assistant"}


def contact_of(properties: Iterable[Property], version: str) -> Contact:
    """Every property finds its place, or goes to `extra` under its own name."""
    return _Filling(list(properties), old_syntax=version.startswith("2")).fill()


class _Filling:
    """A contact being filled, one property after the other."""

    def __init__(self, properties: list[Property], *, old_syntax: bool) -> None:
        self.properties = properties
        self.old_syntax = old_syntax
        self.contact = Contact()
        self.name_parts: list[str] = []
        self.labels = {
            p.group: reaching.plain_label(self.text(p))
            for p in properties
            if p.name == "X-ABLABEL" and p.group
        }
        self.places: dict[str, Callable[[Property], bool]] = {
            "FN": self.formatted_name,
            "N": self.name,
            "ORG": self.organisation,
            "TITLE": self.title,
            "NICKNAME": self.nickname,
            "X-NICKNAME": self.nickname,
            "NOTE": self.note,
            "BDAY": self.birthday,
            "CATEGORIES": self.categories,
            "LANG": self.language,
            "TZ": self.time_zone,
            "UID": self.uid,
            "PHOTO": self.photo,
            "KIND": self.kind,
            "X-ADDRESSBOOKSERVER-KIND": self.kind,
            "X-ABSHOWAS": self.kind,
            "SORT-STRING": self.sort_string,
            "RELATED": self.related,
            "X-ABRELATEDNAMES": self.related,
            "LABEL": self.address_label,
        }

    def fill(self) -> Contact:
        for found in self.properties:
            if not self.place(found):
                self.keep(found)
        self.roles()
        self.settle_name()
        return self.contact

    def place(self, found: Property) -> bool:
        if found.name == "X-ABLABEL" and found.group in self.labels:
            return True
        if not found.value.strip() and not found.binary:
            return True
        if found.name in STAMPS:
            self.contact.stamps.append([found.name, one_line(self.text(found))])
            return True
        if found.name in NAMED_RELATIONS:
            return self.relate(NAMED_RELATIONS[found.name], self.text(found), found.name)
        if points := reaching.points_of(found, self.labels.get(found.group, ""), old_syntax=self.old_syntax):
            self.contact.points += points
            return True
        return found.name == "ROLE" or (found.name in self.places and self.places[found.name](found))

    def text(self, found: Property) -> str:
        return unescape(found.value, old_syntax=self.old_syntax).strip()

    def parts(self, found: Property, separator: str = ";") -> list[str]:
        return components(found.value, separator, old_syntax=self.old_syntax)

    def keep(self, found: Property) -> None:
        """Nothing is dropped: the name, what qualifies it, and the value as it was written."""
        label = self.labels.get(found.group, "")
        qualifiers = [value for key in ("TYPE", "LANGUAGE") for value in found.parameters.get(key, [])]
        name = " ".join([found.name, *([f"({label})"] if label else []), *qualifiers])
        value = self.text(found) if not found.binary else reaching.data_address(found)
        self.contact.extra.append([name, value])

    # Names

    def formatted_name(self, found: Property) -> bool:
        text, contact = one_line(self.text(found)), self.contact
        if not contact.full_name:
            contact.full_name = text
        elif text == contact.full_name:
            return True
        elif is_latin(text) != is_latin(contact.full_name) and not contact.native_name:
            if is_latin(text):
                contact.romanised_name = text
            else:
                contact.native_name = text
        else:
            return False
        return True

    def name(self, found: Property) -> bool:
        if self.name_parts:
            return False
        self.name_parts = [one_line(part.replace(",", " ")) for part in (*self.parts(found), *[""] * 5)][:5]
        if sort_as := found.parameter("SORT-AS"):
            self.contact.sort_as = one_line(sort_as.replace(",", " "))
        return True

    def settle_name(self) -> None:
        """The formatted name as written; without one, put together from N, whose parts are then kept as well."""
        contact = self.contact
        family, given, additional, prefix, suffix = self.name_parts or [""] * 5
        if not contact.full_name:
            contact.full_name = _joined(family, given, additional)
            if contact.full_name:
                contact.extra.append(["N", ";".join(self.name_parts)])
        # "III" belongs to the name, "Prof." before it is a title: only what the formatted name leaves out is added.
        if prefix and prefix.casefold() not in contact.full_name.casefold():
            contact.titles_before = prefix
        if suffix and suffix.casefold() not in contact.full_name.casefold():
            contact.degrees_after = suffix
        if contact.organisation and not self.is_named_person():
            contact.is_organisation = True
            contact.full_name = contact.full_name or contact.organisation
        if contact.is_organisation and not contact.full_name:
            contact.full_name = contact.organisation
        if not contact.full_name:
            contact.full_name = contact.call_name or next(
                iter(contact.values("email", "phone", "mobile")), ""
            )

    def is_named_person(self) -> bool:
        """A card that names an organisation and, if anything, the same name again is the organisation's own."""
        if any(self.name_parts):
            return True
        return bool(self.contact.full_name) and self.contact.full_name.casefold() != (
            self.contact.organisation.casefold()
        )

    def nickname(self, found: Property) -> bool:
        if self.contact.call_name:
            return False
        names = self.parts(found, ",")
        self.contact.call_name = one_line(names[0])
        self.contact.extra += [[found.name, name] for name in names[1:] if name]
        return True

    def sort_string(self, found: Property) -> bool:
        self.contact.sort_as = one_line(self.text(found))
        return True

    def kind(self, found: Property) -> bool:
        kind = self.text(found).lower()
        if kind in {"org", "company", "group"}:
            self.contact.is_organisation = True
        return kind in {"org", "company", "individual", "person"}

    # Work

    def organisation(self, found: Property) -> bool:
        if self.contact.organisation:
            return False
        name, *units = [one_line(part) for part in self.parts(found)]
        if not name:
            return False
        self.contact.organisation = name
        self.contact.unit = " / ".join(unit for unit in units if unit)
        return True

    def title(self, found: Property) -> bool:
        if self.contact.title:
            return False
        self.contact.title = one_line(self.text(found))
        return True

    def roles(self) -> None:
        """ROLE is what someone does; it stands in for a missing TITLE, beside one it is kept."""
        for found in self.properties:
            if found.name == "ROLE" and found.value.strip() and not self.title(found):
                self.keep(found)

    # The rest

    def note(self, found: Property) -> bool:
        self.contact.note = "\n\n".join(text for text in (self.contact.note, self.text(found)) if text)
        return True

    def birthday(self, found: Property) -> bool:
        if self.contact.birthday:
            return False
        text = date_text(self.text(found))
        year = found.parameter("X-APPLE-OMIT-YEAR")
        self.contact.birthday = ("-" + text[4:] if year and text.startswith(year) else text)[:40]
        return True

    def categories(self, found: Property) -> bool:
        self.contact.tags += [tag for tag in self.parts(found, ",") if tag and tag not in self.contact.tags]
        return True

    def language(self, found: Property) -> bool:
        language = self.text(found).lower()
        if len(language) > 12:
            return False
        if language not in self.contact.languages:
            self.contact.languages.append(language)
        return True

    def time_zone(self, found: Property) -> bool:
        zone = self.text(found)
        if "/" not in zone or len(zone) > 64 or self.contact.time_zone:
            return False
        self.contact.time_zone = zone
        return True

    def uid(self, found: Property) -> bool:
        if self.contact.uid:
            return False
        self.contact.uid = self.text(found)[:255]
        return True

    def photo(self, found: Property) -> bool:
        content = found.binary or reaching.content_of_data_address(found.value)
        if not content or self.contact.photo:
            return False
        self.contact.photo = content
        return True

    def address_label(self, found: Property) -> bool:
        """vCard 2.1 and 3.0 write an address a second time, as a label: it words the address of the same type."""
        return reaching.word_address(self.contact.points, found, self.text(found))

    def related(self, found: Property) -> bool:
        label = self.labels.get(found.group, "").lower()
        kind = next((RELATED[word] for word in (*found.types, label) if word in RELATED), "")
        return bool(kind) and self.relate(kind, self.text(found), found.name)

    def relate(self, kind: str, other: str, field: str) -> bool:
        other = one_line(other.removeprefix("urn:uuid:"))
        self.contact.relations.append(Relation(kind, other, inverse=kind in INVERSE, field=field))
        return True


def _joined(family: str, given: str, additional: str) -> str:
    """Given name first, as the parts' usual order in print; names in ideographs and hangul family name first, closed up."""
    if family and without_spaces(family + given):
        return family + given
    return " ".join(part for part in (given, additional, family) if part)
