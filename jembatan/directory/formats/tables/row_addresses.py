"""The postal addresses of a row: written whole, in parts, or whole with parts beside it that say more or the same."""

import re

from jembatan.directory.formats.contact import Point
from jembatan.directory.formats.vcard.values import address_text, one_line

PARTS = ("box", "extended", "street", "city", "region", "postal_code", "country")


class RowAddresses:
    """Columns of one group are one address; a place without a street belongs to the first whole one where no group parts them."""

    def __init__(self) -> None:
        self.whole: list[tuple[str, Point]] = []
        self.parts: dict[str, dict[str, str]] = {}
        self.labels: dict[str, str] = {}

    def add_whole(self, text: str, *, group: str, label: str) -> None:
        """An address in one cell."""
        self.whole.append((group, Point("address", text, label)))

    def add_part(self, part: str, text: str, *, group: str, label: str) -> None:
        """A street, a place, …; two cells of one part follow each other."""
        named = self.parts.setdefault(group, {})
        named[part] = ", ".join(each for each in (named.get(part, ""), one_line(text)) if each)
        self.labels[group] = label

    def points(self) -> list[Point]:
        """Each address once."""
        whole = [point for _group, point in self.whole]
        alone = []
        for group, named in self.parts.items():
            parts = tuple(named.get(part, "") for part in PARTS)
            at = self._whole_of(group, has_street=bool(named.get("street")))
            if at is None:
                alone.append(Point("address", address_text(parts), self.labels[group], parts=parts))
            else:
                whole[at] = _joined(whole[at], parts)
        return whole + alone

    def _whole_of(self, group: str, *, has_street: bool) -> int | None:
        groups = [each for each, _point in self.whole]
        if group in groups:
            return groups.index(group)
        return 0 if groups and not has_street and "" in {group, groups[0]} else None


def _joined(point: Point, parts: tuple[str, ...]) -> Point:
    """The whole address with what it does not say itself."""
    said = one_line(point.value)
    missing = tuple("" if _stands_in(said, part) else part for part in parts)
    street = parts[2] if parts[2] and not missing[2] else "\n".join(p for p in (point.value, parts[2]) if p)
    value = "\n".join(text for text in (point.value, address_text(missing)) if text)
    return Point("address", value, point.label, point.preferred, (*parts[:2], street, *parts[3:]))


def _stands_in(text: str, part: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE) is not None
