"""Contact points made ready for a page: with the link that calls, writes or opens."""

from collections.abc import Iterable
from dataclasses import dataclass

from jembatan.directory.formats.contact_values import NUMBERS, readable_number, web_address
from jembatan.directory.models import ContactPoint, Organisation, Person

ICONS = {
    "email": "mail",
    "phone": "phone",
    "mobile": "smartphone",
    "fax": "printer",
    "messaging": "message-circle",
    "web": "globe",
    "address": "map-pin",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A contact point, as read and as pressed; `href` is "" where nothing opens it."""

    point: ContactPoint
    text: str
    href: str
    icon: str


def ways_to_reach(points: Iterable[ContactPoint], owner: Person | Organisation) -> list[Way]:
    """In the order given; numbers are read in the owner's country."""
    region = owner.country or owner.desk.country
    return [
        Way(point, _text(point, region), _href(point), ICONS.get(point.kind, "circle")) for point in points
    ]


def _text(point: ContactPoint, region: str) -> str:
    return readable_number(point.value, region=region) if point.kind in NUMBERS else point.value


def _href(point: ContactPoint) -> str:
    if point.kind == ContactPoint.Kind.EMAIL:
        return f"mailto:{point.normal}"
    if point.kind in {ContactPoint.Kind.PHONE, ContactPoint.Kind.MOBILE}:
        return f"tel:{point.normal}"
    if point.kind == ContactPoint.Kind.MESSAGING and point.normal.startswith("+"):
        return f"https://wa.me/{point.normal[1:]}"
    return web_address(point.value) if point.kind == ContactPoint.Kind.WEB else ""
