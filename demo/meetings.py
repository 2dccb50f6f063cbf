"""What stands in the desk's calendar, and the log of older meetings that was kept in a spreadsheet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting: days from today (negative: past; a day off is never meant), the start at the desk, its length in minutes, who of ours and of theirs."""

    key: str
    days: int
    hour: int
    minute: int
    length: int
    title: str
    place: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    rule: str = ""
    description: str = ""


PLANNED = (
    Planned(
        "mou",
        1,
        14,
        0,
        60,
        "Pilot training MoU: last open article",
        "Video call",
        ("maria", "ratna"),
        ("vanderberg", "okafor"),
        description="Who signs for our side; travel costs (article 7).",
    ),
    Planned(
        "rambu",
        0,
        15,
        30,
        45,
        "Koordinasi perbaikan rambu alur timur",
        "Ruang Samudra, lantai 3",
        ("bagus",),
        ("yosef", "suharti"),
        description="Pemberitahuan kepada operator tujuh hari sebelumnya.",
    ),
    Planned(
        "akitsu",
        9,
        9,
        30,
        90,
        "Courtesy call of the Vice Minister of Akitsu",
        "Ruang Arafura",
        ("ratna", "maria"),
        ("tanaka", "kim"),
        description="Joint survey of the northern approach.",
    ),
    Planned(
        "survei", 2, 10, 0, 30, "Technical call: survey route and data", "Video call", ("maria",), ("kim",)
    ),
    Planned(
        "anggaran",
        5,
        11,
        0,
        120,
        "Rapat anggaran kerja sama 2027",
        "Kementerian Urusan Pesisir, ruang 12",
        ("ratna",),
        ("retno", "fauzi"),
    ),
    Planned(
        "koordinasi",
        -21,
        8,
        30,
        30,
        "Rapat koordinasi mingguan biro",
        "Ruang Samudra, lantai 3",
        ("ratna", "bagus", "maria", "dimas"),
        (),
        "FREQ=WEEKLY;COUNT=20",
    ),
    Planned(
        "wg3", 9, 16, 0, 120, "RNSC Working Group 3", "Singapore and online", ("maria",), ("raman", "garcia")
    ),
    Planned(
        "lapangan",
        -5,
        6,
        0,
        150,
        "Survei lapangan jalur nelayan",
        "Dermaga lama",
        ("bagus", "dimas"),
        ("laode", "wayan"),
    ),
    Planned(
        "halvern-visit",
        -42,
        10,
        0,
        120,
        "Visit of the Port of Halvern",
        "Ruang Arafura",
        ("maria", "ratna"),
        ("vanderberg", "okafor"),
    ),
    Planned(
        "feri",
        -9,
        13,
        30,
        60,
        "Slot dermaga libur akhir tahun",
        "Kantor Astraline",
        ("bagus",),
        ("aisyah", "somchai"),
    ),
    Planned(
        "festival",
        7,
        10,
        0,
        60,
        "Koordinasi penutupan alur Festival Layar",
        "Panggilan video",
        ("bagus",),
        ("tasya",),
    ),
)

LOG_HEADER = ("Tanggal", "Pejabat", "Instansi", "Perihal")
LOG = (
    ("Jan-26", "Ratna Wulandari", "Kementerian Urusan Pesisir", "Rencana kerja tahunan"),
    ("", "Ratna Wulandari", "Universitas Bahari Arafura", "Kerja sama riset arus"),
    (
        "Feb-26",
        "Maria Lengkong",
        "Regional Navigation Standards Committee",
        "Persiapan kontribusi karakteristik lampu",
    ),
    ("", "Bagus Prasetyo", "Otoritas Pelabuhan Tanjung Bahari", "Kepadatan dermaga"),
    ("12/03/2026", "Maria Lengkong", "Port of Halvern Authority", "Perkenalan program pandu"),
    ("Apr-26", "Bagus Prasetyo", "Yayasan Nelayan Pesisir", "Keselamatan perahu kecil"),
    ("21 Mei 2026", "Ratna Wulandari", "Embassy of Akitsu", "Bantuan peralatan survei"),
    ("Jun-26", "Bagus Prasetyo", "Astraline Ferries Ltd", "Evaluasi libur Lebaran"),
    ("Jul-26", "Maria Lengkong", "Cục Hàng hải Biển Thanh", "Saluran siaga bersama"),
    ("Agustus 2026", "Ratna Wulandari", "Harian Samudra", "Kunjungan redaksi"),
)
