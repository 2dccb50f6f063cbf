"""Which column of a log means what: headings in English and Indonesian, guessed, for people to change."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from jembatan.meetings.formats.log.table import Row

HEADER_WITHIN = 40

# In the order in which fields choose; the first heading that fits is taken. Full headings come before fragments.
HEADINGS: tuple[tuple[str, str], ...] = (
    (
        "number",
        r"(meeting|rapat|pertemuan) (id|no|number|nomor)|id (meeting|rapat|pertemuan)|no|nomor|number|ref",
    ),
    ("end", r".*\b(end|until|selesai|berakhir|sampai)\b.*|(date|tanggal) to"),
    ("date", r".*\b(date|tanggal|tgl|month|bulan|when|hari|period|periode)\b.*|dates|start|mulai"),
    ("time", r".*\b(time|jam|pukul|waktu)\b.*"),
    (
        "organisation",
        r".*\b(organi[sz]ations?|organisasi|instansi|lembaga|institution|company|perusahaan|mitra|met with|dengan siapa|"
        r"external (party|body)|external|pihak)\b.*",
    ),
    (
        "attendees",
        r".*\b(attendees?|representatives?|participants?|present|peserta|hadir|perwakilan|wakil|tamu|guests?|individuals?)\b.*",
    ),
    (
        "officer",
        r".*\b(minister|officer|official|menteri|pejabat|petugas|host|tuan rumah|our side|pihak kami|permanent secretary|"
        r"adviser|advisor|penanggung jawab)\b.*",
    ),
    ("place", r".*\b(place|location|venue|tempat|lokasi|ruang|room)\b.*"),
    (
        "purpose",
        r".*\b(purpose|reason|subject|topic|agenda|title|tujuan|maksud|perihal|acara|keperluan|topik|pembahasan|kegiatan|"
        r"judul|description|discussed)\b.*|hal|meeting|rapat|pertemuan",
    ),
    ("notes", r".*\b(notes?|remarks?|comments?|catatan|keterangan|hasil|outcome|result)\b.*"),
)
FIELDS = tuple(field for field, _pattern in HEADINGS)
TELLING = {"date", "organisation", "attendees", "purpose"}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are named: the row's place among the rows, its headings, and the field of each ("" for none)."""

    index: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]


def find_header(rows: Sequence[Row]) -> Header | None:
    """The row among the first forty that names the most columns, a date and whom or why among them; None for no log."""
    best: Header | None = None
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        fields = guess_fields(row.cells)
        known = set(fields) - {""}
        if "date" not in known or len(known & TELLING) < 2 or any(len(cell) > 80 for cell in row.cells):
            continue
        if best is None or len(known) > len(set(best.fields) - {""}):
            best = Header(index, row.cells, fields)
    return best


def guess_fields(headings: Sequence[str]) -> tuple[str, ...]:
    """The field of each heading; a field is given once, except that a heading nobody understands has none."""
    folded = [_folded(heading) for heading in headings]
    chosen = [""] * len(folded)
    for field, pattern in HEADINGS:
        for index, heading in enumerate(folded):
            if heading and not chosen[index] and re.fullmatch(pattern, heading):
                chosen[index] = field
                break
    return tuple(chosen)


def _folded(heading: str) -> str:
    letters = unicodedata.normalize("NFKD", heading.lower())
    return " ".join(re.sub(r"[^\w\s]|_", " ", letters).split())
