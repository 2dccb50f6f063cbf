"""10,000 contacts from vCard and from XLSX, with matching, and the same again: `python -m bench.contacts`.

Reach: at most 10 s each on 2 cores. Prints one JSON line. Works in a throw-away installation.
"""

import json
import os
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONTACTS = 10_000
ORGANISATIONS = 900
GIVEN = [
    "Budi",
    "Sari",
    "Agus",
    "Dewi",
    "Rina",
    "Bambang",
    "Siti",
    "Ahmad",
    "Maria",
    "Yohanes",
    "Putu",
    "Made",
    "Nyoman",
    "Ketut",
    "Fitri",
    "Hendra",
    "Ratna",
    "Joko",
    "Wahyu",
    "Dian",
    "Rizky",
    "Indah",
    "Eko",
    "Sri",
    "Nur",
    "Yusuf",
    "Fatimah",
    "Andi",
    "Teguh",
    "Lestari",
    "Anwar",
    "Galih",
    "Intan",
    "Kevin",
    "Laras",
    "Mega",
    "Oki",
    "Panji",
    "Retno",
    "Surya",
]
FAMILY = [
    "Santoso",
    "Wijaya",
    "Hidayat",
    "Nasution",
    "Siregar",
    "Kusuma",
    "Prasetyo",
    "Saputra",
    "Lestari",
    "Wulandari",
    "Simanjuntak",
    "Panjaitan",
    "Hasibuan",
    "Gunawan",
    "Setiawan",
    "Rahman",
    "Utomo",
    "Susanto",
    "Hakim",
    "Firmansyah",
    "Maharani",
    "Pratama",
    "Suryadi",
    "Tanjung",
    "Lubis",
    "Manurung",
    "Harahap",
]
TITLES = ("Direktur", "Kepala Biro", "Analis Kebijakan", "Sekretaris", "Kepala Subdirektorat", "Staf Ahli")
KINDS = (
    "PT {} Nusantara",
    "Dinas {} Selatan",
    "Yayasan {}",
    "CV {} Jaya",
    "Lembaga {} Indonesia",
    "Universitas {}",
)


@dataclass(frozen=True, slots=True)
class Generated:
    """One invented contact."""

    number: int
    name: str
    organisation: str
    title: str
    email: str
    phone: str
    address: str


def generate() -> Iterator[Generated]:
    """The same contacts at every run; names repeat as they do in life, addresses do not."""
    chance = random.Random(20_261_125)
    names = [
        kind.format(f"{chance.choice(FAMILY)} {number}")
        for number in range(ORGANISATIONS)
        for kind in [chance.choice(KINDS)]
    ]
    for number in range(CONTACTS):
        given, middle, family = chance.choice(GIVEN), chance.choice(GIVEN), chance.choice(FAMILY)
        yield Generated(
            number,
            f"{given} {middle} {family}",
            chance.choice(names),
            chance.choice(TITLES),
            f"{given}.{family}.{number}@mitra{number % ORGANISATIONS}.example".lower(),
            f"0812-{chance.randrange(10_000):04}-{number:04}",
            f"Jalan {chance.choice(FAMILY)} {chance.randrange(200)}",
        )


def write_vcard(path: Path, contacts: list[Generated]) -> None:
    """As a telephone exports them."""
    with path.open("w", encoding="utf-8") as file:
        for one in contacts:
            file.write(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:0000-bench-contact-{one.number:08}\r\nFN:{one.name}\r\n"
                f"N:{one.name.split()[-1]};{one.name.split()[0]};;;\r\nORG:{one.organisation}\r\nTITLE:{one.title}\r\n"
                f"EMAIL;TYPE=WORK:{one.email}\r\nTEL;TYPE=CELL:{one.phone}\r\n"
                f"ADR;TYPE=WORK:;;{one.address};Jakarta;DKI Jakarta;10110;Indonesia\r\nCATEGORIES:Mitra\r\nEND:VCARD\r\n"
            )


def write_xlsx(path: Path, contacts: list[Generated]) -> None:
    """As an office keeps them."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(
        0, 0, ["Nama", "Instansi", "Jabatan", "Surel", "No. HP", "Alamat", "Kota", "Keterangan lain"]
    )
    for row, one in enumerate(contacts, 1):
        cells = [
            one.name,
            one.organisation,
            one.title,
            one.email,
            one.phone,
            one.address,
            "Jakarta",
            f"No. {row}",
        ]
        sheet.write_row(row, 0, cells)
    book.close()


def measure(folder: Path) -> dict[str, float | int]:
    """Seconds for each import in an empty desk's directory, and for the same file again."""
    from jembatan.accounts.actions.desks import open_desk
    from jembatan.accounts.actor import operator
    from jembatan.platform.imports.actions.run import import_now

    contacts = list(generate())
    figures: dict[str, float | int] = {"contacts": len(contacts)}
    for kind, write in (("vcf", write_vcard), ("xlsx", write_xlsx)):
        path = folder / f"contacts.{kind}"
        write(path, contacts)
        actor = operator(open_desk(f"Bench {kind}"))
        for what in (f"{kind}_seconds", f"{kind}_again_seconds"):
            started = time.perf_counter()
            batch = import_now(actor, [path]).batch
            figures[what] = round(time.perf_counter() - started, 2)
            if batch.read != len(contacts) or batch.quarantined:
                raise SystemExit(f"{what}: {batch.read} read, {batch.quarantined} quarantined")
        figures[f"{kind}_changed_again"] = batch.read - batch.duplicates
    return figures


def main() -> None:
    """Measure in an installation of its own."""
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        os.environ |= {"JEMBATAN_HOME": home, "DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
        from jembatan.platform.cli.database import database_open

        with database_open():
            print(json.dumps({"bench": "contacts", **measure(Path(home))}))


if __name__ == "__main__":
    main()
