"""Tables of officers, delegations and movements: which column is which, by its heading in Indonesian or English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.tables.layout import letter
from jembatan.directory.formats.tables.table import Row, Table

HEADER_WITHIN = 20
LIKE = 88.0
"""Of a hundred: a heading that resembles a known one so much is that one."""

PEOPLE = {
    "full_name": "nama lengkap|nama|full name|name|nama lo|nama petugas|officer|peserta|nama peserta",
    "call_name": "nama panggilan|panggilan|nickname|call name|called",
    "address_form": "sapaan|salutation|form of address|bentuk sapaan",
    "email": "email|e mail|surel|alamat email|alamat surel|email address|mail",
    "phone": "telepon|hp|no hp|nomor hp|no telepon|nomor telepon|telephone|phone|phone number|mobile|whatsapp|wa|no wa|nomor whatsapp|handphone",
}
WORKERS = {
    **PEOPLE,
    "languages": "bahasa|bahasa yang dikuasai|kemampuan bahasa|languages|language|languages spoken|bahasa asing",
    "born": "tanggal lahir|tgl lahir|lahir|birthday|date of birth|born",
    "nationality": "kewarganegaraan|kebangsaan|warga negara|nationality|citizenship",
    "post": "posisi|jabatan|post|position|tugas|penempatan",
    "employment": "jenis kerja|status kerja|employment|contract|kontrak",
    "days": "hari|hari tersedia|ketersediaan|days|available days|availability|tanggal tersedia",
}
OFFICERS = {
    **WORKERS,
    "number": "nomor|no|no lo|nomor lo|no badge|nomor badge|number|badge|badge number|officer number|id",
    "level": "pengalaman|tingkat|level|experience|tingkat pengalaman",
    "window": "jam|jam tersedia|hours|available hours",
    "wishes": "keinginan|harapan|wishes|preferensi|preferences",
}
DELEGATIONS = {
    "name": "delegasi|nama delegasi|delegation|delegation name|kontingen|tim|team|noc",
    "code": "kode|kode delegasi|code|noc code|kode noc",
    "country": "negara|country|kode negara|country code|asal negara",
    "languages": "bahasa delegasi|bahasa|languages|language",
    "size": "jumlah|jumlah orang|jumlah anggota|size|people|headcount|pax",
    "home": "tempat menginap|penginapan|hotel|menginap di|stays at|home|accommodation|lodging|wisma",
    "protocol": "protokol|protocol|catatan protokol",
    "member": "nama anggota|anggota|nama lengkap|nama|full name|member|member name|name|delegate",
    "function": "fungsi|jabatan|function|role|title|position",
    "head": "kepala delegasi|ketua|pimpinan|head|head of delegation|leads|chef de mission|cdm",
    "address_form": PEOPLE["address_form"],
    "email": PEOPLE["email"],
    "phone": PEOPLE["phone"],
    "member_language": "bahasa anggota|bahasa ibu|mother tongue|member language",
    "diet": "diet|makanan|pantangan makan|dietary|food",
    "medical": "medis|kesehatan|medical|health|catatan medis",
    "courtesy": "tata krama|courtesy|kesopanan",
}
MOVEMENTS = {
    "delegation": "delegasi|nama delegasi|delegation|kontingen|tim|team|noc|kode delegasi|delegation code|kode",
    "kind": "jenis|pergerakan|kind|type|movement|jenis pergerakan",
    "mode": "moda|angkutan|mode|by|transport|sarana",
    "number": "nomor penerbangan|no penerbangan|penerbangan|flight|flight number|flight no|kereta|train|nomor",
    "terminal": "terminal",
    "origin": "dari|asal|from|origin",
    "destination": "ke|tujuan|to|destination",
    "departs_day": "tanggal berangkat|tgl berangkat|departure date|tanggal|date|hari|day",
    "departs": "berangkat|jam berangkat|waktu berangkat|departs|departure|departure time|std|etd",
    "departs_zone": "zona berangkat|zona waktu berangkat|departure zone|departure time zone",
    "arrives_day": "tanggal tiba|tgl tiba|arrival date",
    "arrives": "tiba|jam tiba|waktu tiba|arrives|arrival|arrival time|sta|eta",
    "arrives_zone": "zona tiba|zona waktu tiba|arrival zone|arrival time zone",
    "people": "jumlah|jumlah orang|people|pax|persons|penumpang",
    "vehicles": "kendaraan|vehicles|vehicle|bus|mobil",
    "driver": "pengemudi|sopir|driver",
    "driver_phone": "telepon pengemudi|hp pengemudi|driver phone|driver s telephone",
    "luggage": "bagasi|luggage|baggage|bawaan",
    "status": "status|keadaan",
}


@dataclass(slots=True)
class Columns:
    """`header` is the number of the row of headings, 0 where none was found; `fields` has a key a column, "" for further ones."""

    header: int
    headings: list[str]
    fields: list[str]


def guess_columns(table: Table, known: Mapping[str, str]) -> Columns:
    """By the row near the top with the most headings that are known. `known` is one of the tables above."""
    best, most = None, 0
    for row in table.rows[:HEADER_WITHIN]:
        found = sum(bool(field) for field in _fields(row.cells, known))
        if found > most:
            best, most = row, found
    width = max((len(row.cells) for row in table.rows), default=0)
    if best is None:
        return Columns(0, [letter(at) for at in range(width)], [""] * width)
    cells = [*best.cells, *[""] * (width - len(best.cells))]
    headings = [" ".join(cell.split()) or letter(at) for at, cell in enumerate(cells)]
    return Columns(best.number, headings, _fields(cells, known))


def values_of(row: Row, columns: Columns) -> tuple[dict[str, str], dict[str, str]]:
    """What stands in the fields, and in further columns by their headings; several columns of one field are joined."""
    values: dict[str, str] = {}
    further: dict[str, str] = {}
    for heading, field, cell in zip(columns.headings, columns.fields, row.cells, strict=False):
        text = " ".join(cell.replace("\x00", "").split())
        if not text:
            continue
        target, key = (values, field) if field else (further, heading[:100])
        target[key] = f"{target[key]}; {text}" if key in target else text
    return values, further


def _fields(cells: list[str], known: Mapping[str, str]) -> list[str]:
    """The first column that names a field has it."""
    taken: set[str] = set()
    fields = []
    for cell in cells:
        field = _field(fold(cell[:80]), _by_heading(tuple(known.items()))) if cell.strip() else ""
        fields.append("" if field in taken else field)
        taken.add(field)
    return fields


def _field(folded: str, by_heading: Mapping[str, str]) -> str:
    if folded in by_heading or len(folded) < 5:
        return by_heading.get(folded, "")
    near = process.extractOne(folded, by_heading.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    return by_heading[near[0]] if near else ""


@cache
def _by_heading(known: tuple[tuple[str, str], ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, headings in known:
        for heading in headings.split("|"):
            found.setdefault(heading, field)
    return found
