"""Contacts as a table, CSV or XLSX, under headings that the importer reads back (`tables/headings.py`)."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jembatan.directory.formats.contact import Contact

BOM = b"\xef\xbb\xbf"
WIDTHS = {"Full name": 32, "Nama lengkap": 32, "Organisation": 36, "Instansi": 36, "Note": 40, "Catatan": 40}
# How many columns a kind of contact point has at least; the rest of them go on in the last one, joined by ";".
REPEATED = (
    ("email", 3),
    ("mobile", 2),
    ("phone", 2),
    ("fax", 1),
    ("messaging", 1),
    ("web", 1),
    ("address", 1),
)
HEADINGS = {
    "en": {
        "full_name": "Full name",
        "titles_before": "Title prefix",
        "degrees_after": "Degrees",
        "form_of_address": "Form of address",
        "call_name": "Nickname",
        "native_name": "Native name",
        "organisation": "Organisation",
        "unit": "Unit",
        "title": "Job title",
        "email": "E-mail",
        "mobile": "Mobile",
        "phone": "Phone",
        "fax": "Fax",
        "messaging": "IM",
        "web": "Website",
        "address": "Address",
        "birthday": "Birthday",
        "languages": "Languages",
        "tags": "Tags",
        "note": "Note",
        "uid": "UID",
        "country": "Country code",
        "time_zone": "Time zone",
        "marking": "Marking",
    },
    "id": {
        "full_name": "Nama lengkap",
        "titles_before": "Gelar depan",
        "degrees_after": "Gelar belakang",
        "form_of_address": "Sapaan",
        "call_name": "Nama panggilan",
        "native_name": "Nama asli",
        "organisation": "Instansi",
        "unit": "Unit kerja",
        "title": "Jabatan",
        "email": "Surel",
        "mobile": "Ponsel",
        "phone": "Telepon",
        "fax": "Faks",
        "messaging": "IM",
        "web": "Situs web",
        "address": "Alamat",
        "birthday": "Tanggal lahir",
        "languages": "Bahasa",
        "tags": "Kategori",
        "note": "Catatan",
        "uid": "UID",
        "country": "Kode negara",
        "time_zone": "Zona waktu",
        "marking": "Penandaan",
    },
}
COUNTS = dict(REPEATED)


def headings(language: str) -> list[str]:
    """In one of the two languages; a repeated column is numbered."""
    row: list[str] = []
    for name, heading in HEADINGS[language].items():
        count = COUNTS.get(name, 1)
        row += [heading] if count == 1 else [f"{heading} {number}" for number in range(1, count + 1)]
    return row


def write_csv(
    contacts: Iterable[tuple[Contact, str]], *, language: str, marking: str, bom: bool
) -> Iterator[bytes]:
    """RFC 4180 in UTF-8: the marking alone in the first row, then headings, then a row a contact.

    With `bom` Excel reads it as UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    yield BOM if bom else b""
    yield _csv_row([marking])
    yield _csv_row(headings(language))
    for contact, own_marking in contacts:
        yield _csv_row([harmless(cell) for cell in cells(contact, own_marking)])


def write_xlsx(path: Path, contacts: Iterable[tuple[Contact, str]], *, language: str, marking: str) -> None:
    """A workbook at `path`, written row by row: the marking in the first row and in header and footer of the print."""
    import xlsxwriter  # a third of a room's weight, and few processes write tables

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    bold, marked = book.add_format({"bold": True}), book.add_format({"bold": True, "font_color": "#7f4e15"})
    sheet = book.add_worksheet()
    names = headings(language)
    for column, name in enumerate(names):
        sheet.set_column(column, column, WIDTHS.get(name, 18))
    sheet.freeze_panes(2, 1)
    sheet.set_landscape()
    sheet.set_header(f"&R{marking}")
    sheet.set_footer(f"&L{marking}&R&P / &N")
    sheet.write_string(0, 0, marking, marked)
    sheet.write_row(1, 0, names, bold)
    for row, (contact, own_marking) in enumerate(contacts, start=2):
        for column, cell in enumerate(cells(contact, own_marking)):
            sheet.write_string(row, column, cell[:32767])
    book.close()


def cells(contact: Contact, marking: str) -> list[str]:
    """In the order of the headings."""
    row: list[str] = []
    for name in HEADINGS["en"]:
        if name in COUNTS:
            row += _spread(contact.values(name), COUNTS[name])
        elif name == "marking":
            row.append(marking)
        else:
            value = getattr(contact, name)
            row.append(", ".join(value) if isinstance(value, list) else value)
    return row


def _spread(values: Sequence[str], count: int) -> list[str]:
    padded = [*values[: count - 1], "; ".join(values[count - 1 :])]
    return [*padded, *[""] * (count - len(padded))]


def _csv_row(row: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(row)
    return line.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula; numbers with their sign stay as they are."""
    is_number = cell[:1] in {"+", "-"} and not cell[1:].strip("0123456789 ()-./;")
    return f"'{cell}" if cell[:1] in set("=+-@\t\r") and not is_number else cell
