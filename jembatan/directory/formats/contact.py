"""A contact as an address book or a table gives it, before the directory knows it."""

from dataclasses import asdict, dataclass, field
from typing import Any

PART_NAMES = ("post_office_box", "extended", "street", "locality", "region", "postal_code", "country")


@dataclass(frozen=True, slots=True)
class Defect:
    """Something in a file that could not be understood as it stands; `text` is what it was."""

    line: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """How to reach someone; kinds as in `ContactPoint.Kind`. `parts` of an address in the order of RFC 6350 6.3.1."""

    kind: str
    value: str
    label: str = ""
    preferred: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """The other person by name or by uid; `kind` as in `Relationship.Kind`, `inverse` if the other is it to this one.

    `uid` is the other's where the card says it beside the name.
    """

    kind: str
    other: str
    inverse: bool = False
    field: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A position; `since` and `until` as YYYY-MM-DD, "" where nothing is said."""

    organisation: str
    unit: str = ""
    title: str = ""
    since: str = ""
    until: str = ""


@dataclass(slots=True, kw_only=True)
class Contact:
    """One person or organisation, or a group, whose `members` are uids. `full_name` is as written.

    `since` and `until` belong to the position; `further` are positions beside it. `extra` holds [field, value] for what
    has no place here.
    """

    full_name: str = ""
    is_organisation: bool = False
    is_group: bool = False
    organisation: str = ""
    unit: str = ""
    title: str = ""
    since: str = ""
    until: str = ""
    titles_before: str = ""
    degrees_after: str = ""
    form_of_address: str = ""
    call_name: str = ""
    native_name: str = ""
    romanised_name: str = ""
    sort_as: str = ""
    birthday: str = ""
    country: str = ""
    time_zone: str = ""
    note: str = ""
    uid: str = ""
    marking: str = ""
    languages: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    further: list[Post] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    photo: bytes = b""
    extra: list[list[str]] = field(default_factory=list)
    stamps: list[list[str]] = field(default_factory=list)
    line: int = 0
    defects: list[Defect] = field(default_factory=list)

    def values(self, *kinds: str) -> list[str]:
        """Values of the contact points of these kinds, the preferred one first."""
        points = [point for point in self.points if point.kind in kinds]
        return [point.value for point in sorted(points, key=lambda point: not point.preferred)]

    @property
    def posts(self) -> list[Post]:
        """Every position, the first one first."""
        first = Post(self.organisation, self.unit, self.title, self.since, self.until)
        return [first, *self.further] if self.organisation else self.further

    @property
    def kind(self) -> str:
        """`person`, `organisation` or `group`."""
        if self.is_group:
            return "group"
        return "organisation" if self.is_organisation else "person"

    def as_json(self) -> dict[str, Any]:
        """For `jembatan contacts parse`."""
        return {
            "full_name": self.full_name,
            "kind": self.kind,
            "emails": self.values("email"),
            "phones": self.values("mobile", "phone", "fax"),
            "organisation": self.organisation,
            "unit": self.unit,
            "title": self.title,
            "since": self.since,
            "until": self.until,
            "further_positions": [asdict(post) for post in self.further],
            "addresses": [
                {
                    "text": point.value,
                    "label": point.label,
                    **dict(zip(PART_NAMES, point.parts, strict=False)),
                }
                for point in self.points
                if point.kind == "address"
            ],
            "urls": self.values("web"),
            "messaging": self.values("messaging"),
            **{name: getattr(self, name) for name in TEXTS},
            "languages": self.languages,
            "categories": self.tags,
            "relations": [
                {"kind": relation.kind, "other": relation.other, "inverse": relation.inverse}
                for relation in self.relations
            ],
            "members": self.members,
            "photo": {"size": len(self.photo)} if self.photo else None,
            "contact_points": [
                {"kind": p.kind, "value": p.value, "label": p.label, "preferred": p.preferred}
                for p in self.points
            ],
            "extra": self.extra,
            "stamps": self.stamps,
            "line": self.line,
        }


TEXTS = (
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "native_name",
    "romanised_name",
    "sort_as",
    "birthday",
    "country",
    "time_zone",
    "note",
    "uid",
    "marking",
)
