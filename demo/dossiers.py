"""The matters that the demo office works on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """A dossier; `members` are keys of the cast who see it when it is restricted, `threads` keys of conversations."""

    title: str
    objective: str
    parties: tuple[str, ...]
    threads: tuple[str, ...]
    restricted: bool = False
    members: tuple[str, ...] = ()


MATTERS = (
    Matter(
        "MoU pelatihan pandu",
        "Penandatanganan nota kesepahaman pelatihan pandu sebelum Maret.",
        ("halvern",),
        ("mou-halvern", "simulator"),
    ),
    Matter(
        "Jalur nelayan",
        "Jalur nelayan ditandai sebelum musim barat, disepakati nelayan dan operator feri.",
        ("nelayan", "astra", "kemaritim"),
        ("insiden", "jalur-nelayan"),
    ),
    Matter(
        "Survei alur utara",
        "Survei bersama dengan hak data yang jelas bagi kedua pihak.",
        ("akitsu",),
        ("survei",),
        True,
        ("maria",),
    ),
)
NOTES = (
    (
        1,
        "halvern",
        "Annelies menelepon: penandatanganan bisa maju ke minggu kedua Januari bila penanda tangan sudah pasti.",
    ),
    (4, "nelayan", "Bapak Samsul minta peta jalur dicetak besar untuk balai desa."),
    (9, "astra", "Astraline setuju memindahkan pelayaran 25 Desember pagi ke dermaga 1."),
)
