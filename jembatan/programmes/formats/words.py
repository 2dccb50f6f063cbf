"""Words of spreadsheets for a few known things: kinds of movement, means of transport, employment, experience, yes."""

import re
from collections.abc import Mapping

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.places import country_code

MOVEMENTS = {
    "arrival": "arrival|arrivals|arr|arrive|arrives|kedatangan|datang|tiba|in|inbound",
    "transfer": "transfer|perpindahan|pindah|antar|shuttle|trf",
    "departure": "departure|departures|dep|depart|keberangkatan|berangkat|pulang|kepulangan|out|outbound",
}
MODES = {
    "flight": "flight|penerbangan|pesawat|plane|air|udara|terbang",
    "train": "train|kereta|kereta api|ka|rail|whoosh",
    "ship": "ship|kapal|ferry|feri|laut",
    "road": "road|bus|mobil|car|darat|van|minibus|jalan",
}
EMPLOYMENT = {
    "full": "full|full time|fulltime|penuh|penuh waktu|purnawaktu",
    "part": "part|part time|parttime|paruh|paruh waktu",
    "free": "free|freelance|freelancer|lepas|pekerja lepas|harian",
}
EXPERIENCE = {
    0: "0|novice|pemula|baru|none|tidak ada",
    1: "1|trained|terlatih|pelatihan",
    2: "2|experienced|berpengalaman|senior",
    3: "3|lead|leader|ketua|ketua tim|team leader|koordinator",
}
NATIONALITY = {"ID": "wni|warga negara indonesia|indonesian"}
STATUS = {
    "planned": "planned|rencana|direncanakan|scheduled|terjadwal",
    "confirmed": "confirmed|ok|pasti|terkonfirmasi|dikonfirmasi|confirm",
    "delayed": "delayed|tertunda|terlambat|delay",
    "done": "done|selesai|landed|mendarat|arrived",
    "cancelled": "cancelled|canceled|batal|dibatalkan|cancel",
}
YES = frozenset(["y", "ya", "yes", "1", "x", "true", "benar", "v", "head", "ketua", "kepala"])
FLIGHT = re.compile(r"^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?\d{1,4}[A-Z]?$", re.IGNORECASE)


def movement_of(text: str) -> str:
    """arrival, transfer or departure; "" for anything else."""
    return meant_by(text, MOVEMENTS) or ""


def mode_of(text: str, *, number: str = "") -> str:
    """How one travels; by the look of its number, where nothing is said."""
    said = meant_by(text, MODES)
    return said or ("flight" if FLIGHT.match(number.strip()) else "road")


def employment_of(text: str) -> str:
    """full, part or free; "" for anything else."""
    return meant_by(text, EMPLOYMENT) or ""


def nationality_of(text: str) -> str:
    """The code of a country, by its name or as people of it are called in Indonesian tables; "" for anything else."""
    return meant_by(text, NATIONALITY) or country_code(text)


def status_of(text: str) -> str:
    """Of a movement; "" for anything else."""
    return meant_by(text, STATUS) or ""


def experience_of(text: str) -> int | None:
    """0 to 3; None for anything else."""
    return meant_by(text, EXPERIENCE)


def is_yes(text: str) -> bool:
    """A cell that is ticked."""
    return fold(text) in YES


def meant_by[Key](text: str, known: Mapping[Key, str]) -> Key | None:
    """What one of the words stands for; None for any other text."""
    folded = fold(text)
    return next((key for key, words in known.items() if folded in words.split("|")), None)
