"""Pages of the settings: their owners register them, and the head of each of these pages leads to those the actor may use, in groups."""

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.platform.access import Right, Rights, may

type Group = Literal["you", "desk", "mail", "writing"]

GROUPS: dict[Group, Promise] = {
    "you": _("You"),
    "desk": _("Desk"),
    "mail": _("Mail"),
    "writing": _("Writing"),
}


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """`rights` is what the actor needs; low orders come first in their group."""

    group: Group
    label: str | Promise
    url_name: str
    order: int = 50
    rights: Right = "read"

    @property
    def url(self) -> str:
        """Where it is."""
        return reverse(self.url_name)


@dataclass(frozen=True, slots=True)
class SettingsGroup:
    """What the actor may use of a group; `url` is its first page. `here` is the page that is open, if it is one of these."""

    label: str | Promise
    pages: list[SettingsPage]
    here: SettingsPage | None

    @property
    def url(self) -> str:
        """The first page."""
        return self.pages[0].url


_pages: dict[str, SettingsPage] = {}


def register_settings_page(page: SettingsPage) -> None:
    """Make the page known; registering its address again replaces it."""
    _pages[page.url_name] = page


def settings_groups(actor: Rights, *, path: str) -> list[SettingsGroup]:
    """The groups of which the actor may use a page; the page behind `path` is the one that is open."""
    usable = sorted(
        (page for page in _pages.values() if may(actor, page.rights)), key=lambda page: page.order
    )
    return [
        SettingsGroup(label, pages, next((page for page in pages if page.url == path), None))
        for group, label in GROUPS.items()
        if (pages := [page for page in usable if page.group == group])
    ]
