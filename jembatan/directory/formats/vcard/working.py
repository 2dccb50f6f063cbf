"""What a card says about work, and whether it is a person's, an organisation's or a group's."""

from datetime import date

from jembatan.directory.formats.contact import Post
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling, Placer
from jembatan.directory.formats.vcard.values import one_line

ORGANISATIONS = {"org", "company"}


def place_roles(filling: Filling) -> None:
    """ROLE is what someone does; it stands in for a missing TITLE, beside one it is kept."""
    for found in filling.properties:
        if found.name == "ROLE" and found.value.strip() and not _title(filling, found):
            filling.keep(found)


def _organisation(filling: Filling, found: Property) -> bool:
    if filling.contact.organisation:
        return False
    name, *units = [one_line(part) for part in filling.parts(found)]
    if not name:
        return False
    filling.contact.organisation = name
    filling.contact.unit = " / ".join(unit for unit in units if unit)
    filling.contact.since, filling.contact.until = _term(found)
    return True


def _further(filling: Filling, found: Property) -> bool:
    """A position beside the first, as our own writer puts it: organisation, unit, title."""
    parts = [one_line(part) for part in filling.parts(found)]
    if len(parts) != 3 or not parts[0]:
        return False
    organisation, unit, title = parts
    filling.contact.further.append(Post(organisation, unit, title, *_term(found)))
    return True


def _term(found: Property) -> tuple[str, str]:
    """From when to when, by parameters of our own; nothing for what is no term."""
    since, until = (found.parameter(name) for name in ("X-SINCE", "X-UNTIL"))
    try:
        days = [date.fromisoformat(day) for day in (since, until) if day]
    except ValueError:
        return "", ""
    return (since, until) if days == sorted(days) else ("", "")


def _title(filling: Filling, found: Property) -> bool:
    if filling.contact.title:
        return False
    filling.contact.title = one_line(filling.text(found))
    return True


def _kind(filling: Filling, found: Property) -> bool:
    """A group (RFC 6350 6.1.4) is a list of members and no body: its name becomes a tag of theirs."""
    kind = filling.text(found).lower()
    filling.contact.is_organisation |= kind in ORGANISATIONS
    filling.contact.is_group |= kind == "group"
    return kind in {*ORGANISATIONS, "group", "individual", "person"}


def _member(filling: Filling, found: Property) -> bool:
    """A member by its uid (RFC 6350 6.6.5), which also Apple writes as an address."""
    filling.contact.members.append(filling.text(found).removeprefix("urn:uuid:"))
    return True


PLACERS: dict[str, Placer] = {
    "ORG": _organisation,
    "TITLE": _title,
    "X-FURTHER-POSITION": _further,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _kind,
    "MEMBER": _member,
    "X-ADDRESSBOOKSERVER-MEMBER": _member,
}
