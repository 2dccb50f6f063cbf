"""The bodies on the other side and their people: invented, with the names that the world really has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation; `lead` and `deputy` are keys of the cast who answer for it."""

    key: str
    name: str
    short_name: str
    kind: str
    domain: str
    country: str
    zone: str
    lead: str
    deputy: str
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a partner, as an address book would hold it."""

    key: str
    partner: str
    full_name: str
    title: str
    form_of_address: str
    call_name: str
    phone: str
    languages: tuple[str, ...]
    titles_before: str = ""
    degrees_after: str = ""
    native_name: str = ""


PARTNERS = (
    Partner(
        "otban",
        "Otoritas Pelabuhan Tanjung Bahari",
        "OPTB",
        "government",
        "optb.example",
        "ID",
        "Asia/Jakarta",
        "bagus",
        "maria",
    ),
    Partner(
        "kemaritim",
        "Kementerian Urusan Pesisir",
        "KUP",
        "government",
        "pesisir.example",
        "ID",
        "Asia/Jakarta",
        "ratna",
        "bagus",
    ),
    Partner(
        "dirnav",
        "Direktorat Navigasi Pesisir",
        "",
        "government",
        "navigasi.pesisir.example",
        "ID",
        "Asia/Jakarta",
        "bagus",
        "ratna",
        "kemaritim",
    ),
    Partner(
        "halvern",
        "Port of Halvern Authority",
        "PHA",
        "company",
        "halvern.example",
        "NL",
        "Europe/Amsterdam",
        "maria",
        "bagus",
    ),
    Partner(
        "akitsu",
        "Embassy of Akitsu",
        "",
        "mission",
        "akitsu-embassy.example",
        "JP",
        "Asia/Jakarta",
        "maria",
        "ratna",
    ),
    Partner(
        "rncs",
        "Regional Navigation Standards Committee",
        "RNSC",
        "standards",
        "rnsc.example",
        "SG",
        "Asia/Singapore",
        "maria",
        "bagus",
    ),
    Partner(
        "astra",
        "Astraline Ferries Ltd",
        "Astraline",
        "company",
        "astraline.example",
        "MY",
        "Asia/Kuala_Lumpur",
        "bagus",
        "maria",
    ),
    Partner(
        "nelayan",
        "Yayasan Nelayan Pesisir",
        "YNP",
        "civil",
        "nelayanpesisir.example",
        "ID",
        "Asia/Makassar",
        "bagus",
        "ratna",
    ),
    Partner(
        "unbar",
        "Universitas Bahari Arafura",
        "UNBAR",
        "academic",
        "unbar.example",
        "ID",
        "Asia/Jayapura",
        "ratna",
        "maria",
    ),
    Partner(
        "samudra",
        "Harian Samudra",
        "",
        "media",
        "hariansamudra.example",
        "ID",
        "Asia/Jakarta",
        "ratna",
        "bagus",
    ),
    Partner(
        "layar",
        "Panitia Festival Layar Nusantara",
        "FLN",
        "event",
        "festivallayar.example",
        "ID",
        "Asia/Makassar",
        "bagus",
        "ratna",
    ),
    Partner(
        "bienthanh",
        "Cục Hàng hải Biển Thanh",
        "CHBT",
        "government",
        "bienthanh.example",
        "VN",
        "Asia/Ho_Chi_Minh",
        "maria",
        "bagus",
    ),
)

CONTACTS = (
    Contact(
        "hendra",
        "otban",
        "Hendra Gunawan",
        "Kepala Bidang Lalu Lintas Pelabuhan",
        "Bapak",
        "Hendra",
        "+62 811 9000 0101",
        ("id", "en"),
        "Ir.",
        "M.T.",
    ),
    Contact(
        "siti",
        "otban",
        "Siti Nurhaliza Putri",
        "Analis Kerja Sama",
        "Ibu",
        "Siti",
        "+62 811 9000 0102",
        ("id",),
    ),
    Contact(
        "retno",
        "kemaritim",
        "Retno Palupi",
        "Direktur Kerja Sama Internasional",
        "Ibu",
        "Retno",
        "+62 811 9000 0103",
        ("id", "en", "fr"),
        "Dr.",
        "S.H., LL.M.",
    ),
    Contact(
        "fauzi",
        "kemaritim",
        "Ahmad Fauzi",
        "Staf Ahli Menteri",
        "Bapak",
        "Fauzi",
        "+62 811 9000 0104",
        ("id", "ar"),
        "Prof. Dr. H.",
        "M.Sc.",
    ),
    Contact(
        "yosef",
        "dirnav",
        "Yosef Kapitan",
        "Kepala Subdirektorat Rambu",
        "Bapak",
        "Yosef",
        "+62 811 9000 0105",
        ("id",),
        "Kapten",
    ),
    Contact(
        "suharti",
        "dirnav",
        "Suharti",
        "Sekretaris Direktorat",
        "Ibu",
        "Suharti",
        "+62 811 9000 0106",
        ("id",),
    ),
    Contact(
        "vanderberg",
        "halvern",
        "Annelies van der Berg",
        "Director of International Relations",
        "Ms",
        "van der Berg",
        "+31 6 1234 5601",
        ("nl", "en"),
    ),
    Contact(
        "okafor",
        "halvern",
        "Chidi Okafor",
        "Pilotage Programme Manager",
        "Mr",
        "Okafor",
        "+31 6 1234 5602",
        ("en",),
    ),
    Contact(
        "tanaka",
        "akitsu",
        "Tanaka Yūko",
        "First Secretary, Maritime Affairs",
        "Ms",
        "Tanaka",
        "+62 811 9000 0107",
        ("ja", "en"),
        native_name="田中優子",
    ),
    Contact(
        "kim",
        "akitsu",
        "Kim Min-jun",
        "Attaché",
        "Mr",
        "Kim",
        "+62 811 9000 0108",
        ("ko", "en"),
        native_name="김민준",
    ),
    Contact(
        "raman",
        "rncs",
        "Lakshmi Raman",
        "Committee Secretary",
        "Ms",
        "Lakshmi",
        "+65 8000 0101",
        ("en", "ta"),
    ),
    Contact(
        "garcia",
        "rncs",
        "María José García Márquez",
        "Chair, Working Group 3",
        "Dr",
        "María José",
        "+65 8000 0102",
        ("es", "en"),
        "Dr",
    ),
    Contact(
        "somchai",
        "astra",
        "Somchai Wongsakul",
        "Head of Fleet Operations",
        "Khun",
        "Somchai",
        "+60 12 800 0101",
        ("th", "en", "ms"),
    ),
    Contact(
        "aisyah",
        "astra",
        "Nur Aisyah binti Rahman",
        "Corporate Affairs Manager",
        "Puan",
        "Aisyah",
        "+60 12 800 0102",
        ("ms", "en"),
    ),
    Contact(
        "laode", "nelayan", "La Ode Samsul", "Ketua Yayasan", "Bapak", "Samsul", "+62 811 9000 0109", ("id",)
    ),
    Contact(
        "wayan",
        "nelayan",
        "Ni Wayan Suryani",
        "Koordinator Program",
        "Ibu",
        "Suryani",
        "+62 811 9000 0110",
        ("id",),
    ),
    Contact(
        "rumbiak",
        "unbar",
        "Martha Rumbiak",
        "Dekan Fakultas Kelautan",
        "Ibu",
        "Martha",
        "+62 811 9000 0111",
        ("id", "en"),
        "Prof. Dr.",
        "M.Si.",
    ),
    Contact(
        "thein", "unbar", "Thein", "Visiting Researcher", "U", "Thein", "+62 811 9000 0112", ("my", "en")
    ),
    Contact(
        "galih", "samudra", "Galih Permana", "Redaktur Maritim", "Mas", "Galih", "+62 811 9000 0113", ("id",)
    ),
    Contact(
        "tasya",
        "layar",
        "Tasya Manuputty",
        "Ketua Panitia",
        "Ibu",
        "Tasya",
        "+62 811 9000 0114",
        ("id", "en"),
    ),
    Contact(
        "huong",
        "bienthanh",
        "Nguyễn Thị Hương",
        "Deputy Director, Cooperation",
        "Ms",
        "Hương",
        "+84 90 800 0101",
        ("vi", "en"),
    ),
    Contact(
        "duc", "bienthanh", "Trần Minh Đức", "Liaison Officer", "Mr", "Đức", "+84 90 800 0102", ("vi", "en")
    ),
)


def partner(key: str) -> Partner:
    """The partner of that key."""
    return next(each for each in PARTNERS if each.key == key)


def contact(key: str) -> Contact:
    """The person of that key."""
    return next(each for each in CONTACTS if each.key == key)


def address(each: Contact) -> str:
    """The person's e-mail address."""
    return f"{each.key}@{partner(each.partner).domain}"
