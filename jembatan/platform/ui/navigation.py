"""The places of the rail: their owners register them, the shell shows them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from jembatan.platform.access import Right, Rights, may


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that the rail leads to. `shortcut` is a key or a sequence ("g i"); `section` is "main", "foot", or
    "capture" for the one that opens over any page to write something down; `rights` is what the actor needs."""

    key: str
    label: str | Promise
    url_name: str
    icon: str
    shortcut: str
    order: int
    section: str = "main"
    rights: Right = "read"

    @property
    def url(self) -> str:
        """Its address."""
        return reverse(self.url_name)


TABS = ("today", "inbox", "calendar", "directory")

_places: dict[str, Place] = {}


def register_place(place: Place) -> None:
    """Make the place known; registering its key again replaces it."""
    _places[place.key] = place


def places(section: str, *, actor: Rights) -> list[Place]:
    """The places of one section of the rail that the actor may enter, in their order."""
    open_ones = (place for place in _places.values() if place.section == section and may(actor, place.rights))
    return sorted(open_ones, key=lambda place: place.order)


def tabs(*, actor: Rights) -> list[Place]:
    """The places that a phone keeps within reach of the thumb."""
    return [place for place in places("main", actor=actor) if place.key in TABS]
