"""A contact being filled from the properties of its card."""

from collections.abc import Callable
from dataclasses import dataclass, field

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard import reaching
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.values import components, unescape


@dataclass(slots=True)
class Filling:
    """The card's properties, how its version escapes them, the labels of its groups, and what is known so far."""

    properties: list[Property]
    old_syntax: bool
    contact: Contact = field(default_factory=Contact)
    labels: dict[str, str] = field(default_factory=dict)
    name_parts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.labels = {
            found.group: reaching.plain_label(self.text(found))
            for found in self.properties
            if found.name == "X-ABLABEL" and found.group
        }

    def text(self, found: Property) -> str:
        """The value as one text."""
        return unescape(found.value, old_syntax=self.old_syntax).strip()

    def parts(self, found: Property, separator: str = ";") -> list[str]:
        """The value's components."""
        return components(found.value, separator, old_syntax=self.old_syntax)

    def keep(self, found: Property) -> None:
        """Nothing is dropped: the name, what qualifies it, and the value as it was written."""
        label = self.labels.get(found.group, "")
        qualifiers = [value for key in ("TYPE", "LANGUAGE") for value in found.parameters.get(key, [])]
        name = " ".join([found.name, *([f"({label})"] if label else []), *qualifiers])
        value = self.text(found) if not found.binary else reaching.data_address(found)
        self.contact.extra.append([name, value])


type Placer = Callable[[Filling, Property], bool]
"""Puts a property into its place; False for one that has none there, which is then kept."""
