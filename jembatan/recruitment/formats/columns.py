"""Tables of applications: which column is which by its heading, in Indonesian or English, and what the cells of a row say."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.sheet_rows import CannotRead, read_sheets
from jembatan.directory.formats.tables.table import Row, Table

HEADINGS = {
    "full_name": "nama lengkap|nama|full name|name|nama pelamar|applicant",
    "call_name": "nama panggilan|panggilan|nickname|call name",
    "email": "email|e mail|surel|alamat surel|email address|mail",
    "phone": "telepon|hp|no hp|nomor hp|no telepon|telephone|phone|mobile|whatsapp|no wa|handphone",
    "born": "tanggal lahir|tgl lahir|lahir|date of birth|born|birthday",
    "nationality": "kewarganegaraan|kebangsaan|warga negara|nationality|citizenship",
    "post": "posisi|post|position|tugas|penempatan",
    "employment": "jenis kerja|status kerja|employment|contract|kontrak",
    "education": "pendidikan|pendidikan terakhir|education|degree",
    "experience": "pengalaman|tahun pengalaman|experience|years of experience",
    "languages": "bahasa|kemampuan bahasa|bahasa yang dikuasai|languages|language|languages spoken",
}
FIELDS = {words: field for field, all_words in HEADINGS.items() for words in all_words.split("|")}
SHEETS = {".xlsx", ".xls", ".xlsm", ".ods"}
HEADER_WITHIN, FEWEST_KNOWN = 20, 2
EMPLOYMENT = {
    "full": "full|full time|penuh|penuh waktu|purnawaktu",
    "part": "part|part time|paruh|paruh waktu",
    "free": "free|freelance|lepas|pekerja lepas",
}
EDUCATION = {
    1: "secondary school|high school|sma|smk|smu|sekolah menengah",
    2: "diploma|d1|d2|d3|d4",
    3: "bachelor|s1|sarjana|ba|bsc",
    4: "master|s2|magister|ma|msc",
    5: "doctor|phd|s3|doktor",
}
__all__ = ["CannotRead", "Columns", "find_columns", "read_tables", "row_as_csv", "word_of"]


@dataclass(frozen=True, slots=True)
class Columns:
    """`header` is the number of the row with the headings; a field of "" is none that we know."""

    header: int
    headings: list[str]
    fields: list[str]

    def values(self, row: Row) -> dict[str, str]:
        """By field; the first filled cell of a field counts."""
        found: dict[str, str] = {}
        for field, cell in zip(self.fields, row.cells, strict=False):
            if field and cell.strip() and field not in found:
                found[field] = cell.replace("\x00", "").strip()
        return found


def read_tables(name: str, content: bytes) -> list[Table]:
    """Raises `CannotRead`."""
    return read_sheets(content) if PurePath(name).suffix.lower() in SHEETS else [read_csv(content)]


def find_columns(table: Table, chosen: Mapping[str, str] | None = None) -> Columns | None:
    """None where no row names the people. `chosen` says for some headings what they are."""
    for row in table.rows[:HEADER_WITHIN]:
        fields = [FIELDS.get(fold(cell), "") for cell in row.cells]
        if chosen:
            fields = [chosen.get(cell, field) for cell, field in zip(row.cells, fields, strict=True)]
        if "full_name" in fields and len({field for field in fields if field}) >= FEWEST_KNOWN:
            return Columns(row.number, row.cells, fields)
    return None


def row_as_csv(columns: Columns, row: Row) -> bytes:
    """Under its headings, so that it can be understood, mended and tried again by itself."""
    text = io.StringIO()
    csv.writer(text).writerows([columns.headings, row.cells])
    return text.getvalue().encode()


def word_of(text: str, known: Mapping[str, str] | Mapping[int, str]) -> str | int | None:
    """What one of several words stands for; None for any other."""
    wanted = fold(text)
    said: Sequence[tuple[str | int, str]] = list(known.items())
    return next((value for value, words in said if wanted in words.split("|")), None)
