"""From a row and its columns to a contact."""

import re
from datetime import date

from jembatan.directory.formats.contact import Contact, Defect, Point, Relation
from jembatan.directory.formats.phone import mend_number, split_numbers
from jembatan.directory.formats.tables.headings import EMAIL, Column
from jembatan.directory.formats.tables.row_addresses import RowAddresses
from jembatan.directory.formats.tables.table import Row
from jembatan.directory.formats.vcard.values import date_text, one_line

LIST = re.compile(r"\s*(?:[;,\n]|:::)\s*")
PLAIN = {
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "native_name",
    "organisation",
    "unit",
    "title",
    "uid",
}
NAME_PARTS = ("given_name", "middle_name", "family_name")
RELATIONS = {"assistant": ("assistant", True), "manager": ("reports_to", False), "spouse": ("spouse", False)}
EARLIEST = 1000
NOTHING = {"", "-", "--", "–", "—"}
NO_DATE = {"0/0/00", "0/0/0000", "00/00/0000", "0000-00-00"}
HOW_MAIL_GOES = {"SMTP", "EX"}
"""What Outlook writes as the type of an address, which is no label."""
SYSTEM_GROUPS = {"mycontacts", "my contacts"}


def contact_of_row(row: Row, columns: list[Column]) -> Contact:
    """Every cell finds its place, or goes to `extra` under its heading. Never fails."""
    return _Filling(row, columns).fill()


class _Filling:
    def __init__(self, row: Row, columns: list[Column]) -> None:
        self.contact = Contact(line=row.number)
        self.cells = [
            (column, cell.strip())
            for column, cell in zip(columns, row.cells, strict=False)
            if cell.strip() not in NOTHING
        ]
        self.surplus = [cell.strip() for cell in row.cells[len(columns) :] if cell.strip()]
        self.labels = {
            (column.field, column.group): cell.removeprefix("* ").removeprefix("*").strip()
            for column, cell in self.cells
            if column.field.startswith("label:") and cell not in HOW_MAIL_GOES
        }
        self.name_parts: dict[str, str] = {}
        self.birth_parts: dict[str, tuple[Column, str]] = {}
        self.addresses = RowAddresses()

    def fill(self) -> Contact:
        for column, cell in self.cells:
            self.place(column, cell)
        self.contact.extra += [["", cell] for cell in self.surplus]
        self.contact.points += self.addresses.points()
        self.settle_birthday()
        self.settle_name()
        return self.contact

    def place(self, column: Column, cell: str) -> None:
        field = column.field
        if field in PLAIN:
            self.once(column, one_line(cell))
        elif field in NAME_PARTS:
            self.name_parts[field] = " ".join([self.name_parts.get(field, ""), one_line(cell)]).strip()
        elif field == "email":
            self.emails(column, cell)
        elif field in {"phone", "mobile", "fax"}:
            self.numbers(column, cell)
        elif field in {"website", "messaging"}:
            self.several("web" if field == "website" else field, column, cell)
        elif field == "address":
            text = cell.replace(" ::: ", "\n")
            self.addresses.add_whole(text, group=column.group, label=self.label_of(column, "address"))
        elif field.startswith("address."):
            part, label = field.removeprefix("address."), self.label_of(column, "address")
            self.addresses.add_part(part, cell, group=column.group, label=label)
        elif field.startswith("birthday."):
            self.birth_parts[field.removeprefix("birthday.")] = (column, cell)
        elif not self.place_rest(field, cell):
            self.keep(column, cell)

    def place_rest(self, field: str, cell: str) -> bool:
        contact = self.contact
        if field == "note":
            contact.note = "\n\n".join(text for text in (contact.note, cell) if text)
        elif field == "birthday" and not contact.birthday:
            contact.birthday = "" if cell in NO_DATE else date_text(cell)[:40]
        elif field == "tags":
            names = [name.removeprefix("*").strip() for name in LIST.split(cell)]
            contact.tags += [
                n for n in names if n and n.lower() not in SYSTEM_GROUPS and n not in contact.tags
            ]
        elif field == "languages":
            contact.languages += [language.lower()[:12] for language in LIST.split(cell) if language]
        elif field in RELATIONS:
            kind, inverse = RELATIONS[field]
            contact.relations.append(Relation(kind, one_line(cell), inverse, field))
        else:
            return field.startswith("label:")
        return True

    def keep(self, column: Column, cell: str) -> None:
        self.contact.extra.append([column.heading, cell])

    def once(self, column: Column, text: str) -> None:
        """The first column of a kind counts; a second one with another value is kept."""
        present = getattr(self.contact, column.field)
        if not present:
            setattr(self.contact, column.field, text)
        elif present != text:
            self.keep(column, text)

    def label_of(self, column: Column, field: str) -> str:
        """What the column beside it says, else the heading."""
        return (self.labels.get((f"label:{field}", column.group), "") or column.label)[:80]

    def point(self, kind: str, value: str, column: Column) -> None:
        self.contact.points.append(Point(kind, value, self.label_of(column, column.field)))

    def emails(self, column: Column, cell: str) -> None:
        found = EMAIL.findall(cell)
        for address in found:
            self.point("email", address.removeprefix("mailto:").strip("'\"()."), column)
        if not found:
            self.keep(column, cell)
            self.contact.defects.append(
                Defect(self.contact.line, "no e-mail address", f"{column.heading}: {cell}")
            )

    def numbers(self, column: Column, cell: str) -> None:
        for number in split_numbers(cell):
            if any(character.isdigit() for character in number):
                self.point(column.field, mend_number(number), column)
            else:
                self.keep(column, number)

    def several(self, kind: str, column: Column, cell: str) -> None:
        for value in re.split(r"\s*(?:;|\n|:::)\s*|\s+,\s*|,\s+", cell):
            if value:
                self.point(kind, value, column)

    def settle_birthday(self) -> None:
        """Year, month and day in columns of their own; what makes no day, or leaves the century open, is kept as it stands."""
        try:
            year, month, day = (int(self.birth_parts[part][1]) for part in ("year", "month", "day"))
            born = date(year, month, day)
        except (KeyError, ValueError, OverflowError):
            born = None
        if born and born.year >= EARLIEST:
            self.contact.birthday = self.contact.birthday or born.isoformat()
        else:
            for column, cell in self.birth_parts.values():
                self.keep(column, cell)

    def settle_name(self) -> None:
        contact = self.contact
        parts = [self.name_parts.get(part, "") for part in NAME_PARTS]
        joined = " ".join(part for part in parts if part)
        if not contact.full_name:
            contact.full_name = joined
        if joined and contact.full_name.casefold() != joined.casefold():
            self.contact.extra += [
                [column.heading, cell] for column, cell in self.cells if column.field in NAME_PARTS
            ]
        elif joined:
            contact.extra.append(["N", ";".join((parts[2], parts[0], parts[1], "", ""))])
        if not contact.full_name and contact.organisation:
            contact.is_organisation = True
            contact.full_name = contact.organisation
        contact.full_name = contact.full_name or next(iter(contact.values("email")), "")
